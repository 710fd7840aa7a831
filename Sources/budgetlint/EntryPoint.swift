import CommandLineTool

/// Where the process begins: with the arguments that the system hands over.
///
/// `CommandLine` finds them in `/proc`, which is missing in a bare root folder and in a sandbox; they would be
/// lost there without a word. The name is the one under which the linker expects the beginning of this program.
@c(budgetlint_main)
func begin(_ count: Int32, _ arguments: UnsafePointer<UnsafePointer<CChar>?>) -> Int32 {
  AllocatorRestart.restartForManyFiles(count, arguments)
  return Tool(environment: .process()).run(processArguments(count, arguments))
}
