import Lint
import Workspace

/// Runs the language server until its client ends it, and returns the exit status.
///
/// `arguments` are those behind the word `server`.
package func runServer(_ arguments: [CommandArgument], in environment: ToolEnvironment) -> Int32 {
  let language = MessageLanguage(arguments: arguments, environment: environment)
  let sentence = LocalizedText("本程序未包含语言服务器", "the language server is not linked into this program yet")
  _ = environment.errorOutput.write(ToolMessage.line(sentence, in: language))
  return ExitStatus.failure.rawValue
}
