import type { Words } from '#shared/core/wording.ts';

/** What is wrong with a Word template of the office. */
export const PAPER_REASONS: Words = {
  'paper.brace-unclosed': {
    vi: '{part}, đoạn {paragraph}: “{tag}” mở ngoặc nhưng thiếu dấu } ở sau. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: “{tag}” opens a brace but the closing one is missing. The text there: “{around}”.',
  },
  'paper.brace-unopened': {
    vi: '{part}, đoạn {paragraph}: có dấu } mà không có dấu { ở trước. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: a closing brace without an opening one before it. The text there: “{around}”.',
  },
  'paper.tag-split': {
    vi: '{part}, đoạn {paragraph}: “{tag}” bị ngắt sang đoạn sau (“{rest}”). Hãy gõ cả tên trong một đoạn.',
    en: '{part}, paragraph {paragraph}: “{tag}” is broken off and goes on in the next paragraph (“{rest}”). Type the whole name in one paragraph.',
  },
  'paper.tag-strange': {
    vi: '{part}, đoạn {paragraph}: không đọc được “{tag}”. Trong ngoặc chỉ viết tên bằng chữ, số và dấu gạch dưới, đầu tên có thể có #, ^, / hoặc @. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: “{tag}” cannot be read. Braces hold a name in letters, digits and underscores, with #, ^, / or @ before it. The text there: “{around}”.',
  },
  'paper.name-unknown': {
    vi: '{part}, đoạn {paragraph}: không có tên nào là “{name}”. Xem các tên dùng được ở “Danh sách tên”. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: there is no name “{name}”. See the list of names. The text there: “{around}”.',
  },
  'paper.name-misspelt': {
    vi: '{part}, đoạn {paragraph}: không có tên nào là “{name}”; có phải “{nearest}”? Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: there is no name “{name}”; is it “{nearest}”? The text there: “{around}”.',
  },
  'paper.name-outside-list': {
    vi: '{part}, đoạn {paragraph}: “{name}” chỉ dùng được bên trong danh sách {lists}. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: “{name}” stands only inside the list {lists}. The text there: “{around}”.',
  },
  'paper.list-as-word': {
    vi: '{part}, đoạn {paragraph}: “{name}” là danh sách nên phải mở bằng # và đóng bằng /, ở giữa là tên của từng dòng (như “{field}”). Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: “{name}” is a list: open it with #, close it with /, and put the names of a row (such as “{field}”) between. The text there: “{around}”.',
  },
  'paper.table-as-word': {
    vi: '{part}, đoạn {paragraph}: “{name}” là cả một bảng nên phải viết có @ ở trước tên, một mình trong đoạn. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: “{name}” is a whole table: write it with @ before the name, alone in its paragraph. The text there: “{around}”.',
  },
  'paper.no-table': {
    vi: '{part}, đoạn {paragraph}: “{name}” không phải là bảng; hãy bỏ dấu @. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: “{name}” is not a table; remove the @. The text there: “{around}”.',
  },
  'paper.table-not-alone': {
    vi: '{part}, đoạn {paragraph}: bảng “{name}” phải đứng một mình trong đoạn. Hãy chuyển chữ khác sang đoạn trước hoặc sau. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: the table “{name}” must stand alone in its paragraph. Move the other text to the paragraph before or after. The text there: “{around}”.',
  },
  'paper.name-required': {
    vi: 'Mẫu thiếu danh sách “{name}”. Hãy tải mẫu của hệ thống về và giữ hai dấu mở (#) và đóng (/) của danh sách đó.',
    en: 'The template lacks the list “{name}”. Download the program’s own template and keep the opening (#) and closing (/) mark of that list.',
  },
  'paper.list-unclosed': {
    vi: '{part}, đoạn {paragraph}: danh sách “{tag}” mở mà không đóng. Hãy thêm dấu đóng có gạch chéo trước tên “{name}”. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: the list “{tag}” is opened and not closed. Close it with a slash before the name “{name}”. The text there: “{around}”.',
  },
  'paper.list-closed-by-other': {
    vi: '{part}, đoạn {paragraph}: danh sách “{name}” mở ở đoạn {openedIn} lại đóng bằng tên “{other}”. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: the list “{name}”, opened in paragraph {openedIn}, is closed by the name “{other}”. The text there: “{around}”.',
  },
  'paper.list-not-opened': {
    vi: '{part}, đoạn {paragraph}: “{tag}” đóng một danh sách chưa mở. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: “{tag}” closes a list that was not opened. The text there: “{around}”.',
  },
  'paper.list-in-itself': {
    vi: '{part}, đoạn {paragraph}: danh sách “{name}” nằm trong chính nó. Hãy đóng danh sách trước bằng gạch chéo rồi mới mở lại. Chữ ở đó: “{around}”.',
    en: '{part}, paragraph {paragraph}: the list “{name}” stands within itself. Close it with a slash before opening it again. The text there: “{around}”.',
  },
  'paper.too-heavy': {
    vi: 'Không làm xong văn bản từ mẫu này: mẫu lặp danh sách trong danh sách quá nhiều lần hoặc quá nặng. Hãy bỏ bớt danh sách lồng nhau, hoặc dùng lại mẫu của hệ thống.',
    en: 'This template could not be filled to the end: it repeats lists within lists too often, or is too heavy. Take nested lists out, or go back to the program’s own template.',
  },
  'paper.list-misplaced': {
    vi: 'Danh sách “{name}” mở ở trong bảng mà đóng ở ngoài bảng (hoặc ngược lại). Hãy đặt hai đầu trong cùng một dòng của bảng, hoặc cùng ở ngoài bảng.',
    en: 'The list “{name}” opens inside a table and closes outside it (or the other way round). Put both ends in one row of the table, or both outside.',
  },
  'paper.cannot-fill': {
    vi: 'Tệp mở được nhưng không điền được số liệu ({found}). Hãy lưu lại bằng Word rồi tải lên lại.',
    en: 'The file opens but cannot be filled ({found}). Save it again in Word and upload it once more.',
  },
  'paper.no-names': {
    vi: 'Tệp không có tên nào trong ngoặc { } nên sẽ không nhận số liệu nào. Hãy tải mẫu đang dùng về và sửa trên đó.',
    en: 'The file has no name in braces, so no figure would ever stand in it. Download the template in use and edit that.',
  },
  'paper.not-word': {
    vi: 'Tệp “{name}” không phải văn bản Word (.docx). Tệp .doc cũ, .odt hoặc tệp đổi đuôi không nhận: hãy mở bằng Word rồi lưu thành .docx.',
    en: 'The file “{name}” is no Word document (.docx). Old .doc, .odt and renamed files are not taken: open it in Word and save it as .docx.',
  },
  'paper.damaged': {
    vi: 'Tệp “{name}” bị hỏng hoặc thiếu phần bên trong, không mở được. Hãy mở bằng Word, lưu lại rồi tải lên.',
    en: 'The file “{name}” is damaged or incomplete and cannot be opened. Open it in Word, save it and upload it again.',
  },
  'paper.too-large': {
    vi: 'Tệp mẫu lớn hơn {limitMb} MB. Hãy bỏ bớt ảnh trong tệp.',
    en: 'The template is larger than {limitMb} MB. Take pictures out of it.',
  },
  'paper.zip-bomb': {
    vi: 'Tệp “{name}” bung ra quá lớn so với kích thước (hơn {limitMb} MB) nên không nhận.',
    en: 'The file “{name}” unpacks to far more than its size (over {limitMb} MB) and is not taken.',
  },
  'paper.macro': {
    vi: 'Tệp “{name}” có macro nên không nhận. Hãy mở bằng Word, lưu thành .docx (không phải .docm) rồi tải lên.',
    en: 'The file “{name}” has macros and is not taken. Open it in Word, save it as .docx (not .docm) and upload it again.',
  },
  'paper.embedded': {
    vi: 'Tệp “{name}” có tệp khác nhúng bên trong (bảng Excel, đối tượng) nên không nhận. Hãy xóa phần nhúng hoặc dán thành ảnh.',
    en: 'The file “{name}” carries another file inside (an Excel sheet, an object) and is not taken. Delete it or paste it as a picture.',
  },
  'paper.outside': {
    vi: 'Tệp “{name}” tự lấy nội dung từ địa chỉ bên ngoài (mẫu gắn kèm, ảnh liên kết, danh sách trộn thư) nên không nhận. Hãy bỏ liên kết đó hoặc chèn ảnh vào hẳn trong tệp.',
    en: 'The file “{name}” fetches something from outside (an attached template, a linked picture, a mail-merge list) and is not taken. Remove the link or put the picture into the file.',
  },
  'paper.field': {
    vi: 'Tệp “{name}” có trường “{field}” tự lấy nội dung từ tệp, địa chỉ khác hoặc chạy chương trình, nên không nhận. Trong Word, bấm vào chỗ đó rồi bấm Ctrl+Shift+F9 để đổi thành chữ thường.',
    en: 'The file “{name}” has a field “{field}” that fetches a file or an address or starts a program, and is not taken. In Word click into it and press Ctrl+Shift+F9 to turn it into plain text.',
  },
  'paper.doctype': {
    vi: 'Tệp “{name}” có khai báo kiểu tài liệu lạ trong XML nên không nhận. Hãy mở bằng Word và lưu lại thành .docx.',
    en: 'The file “{name}” declares a strange document type in its XML and is not taken. Open it in Word and save it again as .docx.',
  },
};
