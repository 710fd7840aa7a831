import Foundation
import Testing

/// Inputs that fuzzing began with or once found, thrown at its targets again.
@Suite("Inputs of the fuzzer")
struct FuzzFixtureTests {
  static let program = Workplace.products.appending(path: "budgetlint-fuzz")

  @Test(
    "no promise is broken",
    arguments: [
      ("framing", "fuzz/framing"), ("messages", "fuzz/messages"), ("configuration", "fuzz/configuration"),
      ("baseline", "fuzz/baseline"), ("text", "catalogue"), ("parser", "catalogue"),
    ])
  func replay(target: String, folder: String) throws {
    let inputs = Workplace.root.appending(path: "Fixtures").appending(path: folder)
    let files = try FileManager.default.contentsOfDirectory(at: inputs, includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    let result = try Workplace().run(Self.program, [target] + files.map(\.path))
    #expect(result.status == 0, "\(result)")
  }

  @Test("a broken promise ends the program: the replay sees what it is shown")
  func planted() throws {
    let place = try Workplace()
    try place.write("budge", to: "planted")
    let result = try place.run(Self.program, ["planted", "planted"], variables: ["SWIFT_BACKTRACE": "enable=no"])
    #expect(result.status != 0)
    #expect(result.errors.contains("the planted crash was found"))
  }
}
