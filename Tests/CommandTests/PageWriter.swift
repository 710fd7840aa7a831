import Foundation

/// Writes small PDF files (ISO 32000-1).
enum PageWriter {
  /// What a page shows.
  enum Page {
    /// The words of a disclosure's title in Latin letters, as many as make a page of text.
    case text
    /// A grey picture over most of the page.
    case picture
    /// Nothing.
    case blank
  }

  /// The document with these pages.
  static func document(_ pages: [Page]) throws -> Data {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (index, page) in pages.enumerated() {
      let content =
        switch page {
        case .text: "BT /F 12 Tf 72 700 Td (Expenditure 100.00, of which 60.00 for staff and 40.00 for projects) Tj ET"
        case .picture: "0.5 g 60 100 480 640 re f"
        case .blank: ""
        }
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents \(5 + 2 * index) 0 R >>"
      )
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Data(text.utf8)
  }
}
