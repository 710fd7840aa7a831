import Lint

struct HTMLReporter: Reporter {
  let language: MessageLanguage
  func render(_ input: CheckedInput) -> RenderedInput { RenderedInput() }
}
