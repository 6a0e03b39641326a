import type { Words } from '#shared/core/wording.ts';

/** Why a file is not read, and what is wrong with a cell: what was found, what is expected, what to do. */
export const READING_REASONS: Words = {
  'import.not-a-workbook': {
    vi: 'Tệp "{name}" không phải bảng tính: nội dung của tệp là {found}. Hãy chọn tệp Excel (.xlsx, .xls) hoặc .csv; đổi đuôi tên tệp không biến nó thành bảng tính.',
    en: '"{name}" is not a spreadsheet: what it holds is {foundEn}. Choose an Excel (.xlsx, .xls) or .csv file; renaming a file does not make it one.',
  },
  'import.picture-not-table': {
    vi: 'Tệp "{name}" thật ra là {found}, không phải bảng tính; đổi đuôi tên tệp hay mở bằng Excel không giúp được. Hãy xin tệp Excel gốc ở nơi lập danh sách, hoặc gõ danh sách vào tệp mẫu ở trang Nhập từ Excel.',
    en: '"{name}" really is {foundEn}, not a spreadsheet; neither renaming it nor opening it in Excel helps. Ask whoever made the list for the Excel file, or type the list into the template from the import page.',
  },
  'import.text-not-table': {
    vi: 'Tệp "{name}" thật ra là {found}, không phải bảng tính. Nếu trong đó có bảng danh sách: mở tệp, sao chép bảng, dán sang Excel, lưu thành .xlsx rồi tải tệp đó lên.',
    en: '"{name}" really is {foundEn}, not a spreadsheet. If it holds a table: open it, copy the table into Excel, save that as .xlsx and upload it.',
  },
  'import.archive-not-table': {
    vi: 'Tệp "{name}" thật ra là {found}. Hãy giải nén rồi tải lên từng tệp Excel bên trong.',
    en: '"{name}" really is {foundEn}. Unpack it and upload the Excel files inside one by one.',
  },
  'import.macro': {
    vi: 'Tệp "{name}" có chứa macro nên không được nhận. Mở tệp trong Excel, chọn "Lưu thành" kiểu "Sổ làm việc Excel (.xlsx)" rồi tải lên lại.',
    en: '"{name}" contains macros and is not accepted. Open it in Excel, save it as "Excel Workbook (.xlsx)" and upload that file.',
  },
  'import.password': {
    vi: 'Tệp "{name}" được đặt mật khẩu nên không đọc được. Mở tệp trong Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc), lưu rồi tải lên lại.',
    en: '"{name}" is protected by a password and cannot be read. Open it in Excel, remove the password (File, Info, Protect Workbook), save and upload it again.',
  },
  'import.damaged': {
    vi: 'Tệp "{name}" bị hỏng hoặc chưa tải xong nên không đọc được. Mở tệp trong Excel, lưu thành tệp .xlsx mới rồi tải lên lại.',
    en: '"{name}" is damaged or incomplete and cannot be read. Open it in Excel, save it as a new .xlsx file and upload that.',
  },
  'import.zip-bomb': {
    vi: 'Tệp "{name}" bung ra quá lớn so với tệp thật ({unpackedCount} MB, giới hạn {limitCount} MB) nên không được mở. Nếu đây là danh sách thật, hãy sao chép riêng phần dữ liệu sang tệp mới.',
    en: '"{name}" unpacks to far more than it should ({unpackedCount} MB, limit {limitCount} MB) and is not opened. If this is a real list, copy the data alone into a new file.',
  },
  'import.strange-zip': {
    vi: 'Tệp "{name}" được đóng gói khác thường (phần "{part}") nên không được mở. Mở tệp trong Excel, lưu thành tệp .xlsx mới rồi tải lên lại.',
    en: '"{name}" is packed in an unusual way (part "{part}") and is not opened. Open it in Excel, save it as a new .xlsx file and upload that.',
  },
  'import.too-large-file': {
    vi: 'Tệp "{name}" nặng {sizeCount} MB; loại tệp này nhận nhiều nhất {limitCount} MB. Hãy lưu thành .xlsx hoặc tách làm nhiều tệp.',
    en: '"{name}" has {sizeCount} MB; for this kind of file the most is {limitCount} MB. Save it as .xlsx or split it.',
  },
  'import.too-heavy': {
    vi: 'Đọc tệp "{name}" cần quá nhiều bộ nhớ (hơn {limitCount} MB). Hãy xóa các trang tính, hình ảnh và định dạng không cần, hoặc tách làm nhiều tệp.',
    en: 'Reading "{name}" takes too much memory (over {limitCount} MB). Remove sheets, pictures and formats that are not needed, or split the file.',
  },
  'import.too-slow': {
    vi: 'Đọc tệp "{name}" quá {limitCount} giây nên đã dừng. Hãy sao chép riêng phần dữ liệu sang tệp mới, hoặc tách làm nhiều tệp.',
    en: 'Reading "{name}" took over {limitCount} seconds and was stopped. Copy the data alone into a new file, or split it.',
  },
  'import.empty': {
    vi: 'Tệp "{name}" không có trang tính nào có dữ liệu. Hãy kiểm tra đã lưu tệp sau khi nhập chưa.',
    en: '"{name}" has no sheet that holds data. Check that it was saved after typing.',
  },
  'import.hidden-sheets': {
    vi: 'Mọi trang tính có dữ liệu của tệp "{name}" đều bị ẩn. Hãy bỏ ẩn trang cần nhập rồi lưu lại.',
    en: 'All sheets of "{name}" that hold data are hidden. Unhide the one to be imported and save.',
  },
  'import.too-many-columns': {
    vi: 'Trang "{sheet}" có {columnCount} cột có dữ liệu; nhiều nhất là {limitCount} cột. Hãy xóa các cột thừa ở bên phải rồi lưu lại.',
    en: 'Sheet "{sheet}" has {columnCount} columns that hold data; the most is {limitCount}. Delete the surplus columns on the right and save.',
  },
  'import.too-many-rows': {
    vi: 'Trang "{sheet}" có hơn {limitCount} dòng. Hãy tách thành nhiều tệp, mỗi tệp nhiều nhất {limitCount} dòng.',
    en: 'Sheet "{sheet}" has more than {limitCount} rows. Split it into files of at most {limitCount} rows.',
  },
  'import.sheet-missing': {
    vi: 'Tệp "{name}" không có trang tính "{sheet}". Hãy chọn lại trang tính.',
    en: '"{name}" has no sheet "{sheet}". Choose the sheet again.',
  },

  'import.cell-missing': { vi: 'Ô còn trống; mục này bắt buộc.', en: 'The cell is empty; it is required.' },
  'import.cell-merged': {
    vi: 'Ô này bị gộp với ô khác (đang hiện "{found}"). Hãy bỏ gộp ô và điền giá trị cho từng dòng.',
    en: 'This cell is merged with another (showing "{found}"). Unmerge it and fill in each row.',
  },
  'import.cell-formula': {
    vi: 'Ô chứa công thức (kết quả "{found}"), không phải giá trị. Hãy sao chép cột rồi dán đặc biệt "Giá trị".',
    en: 'The cell holds a formula (result "{found}"), not a value. Copy the column and paste it as values.',
  },
  'import.cell-error': {
    vi: 'Ô đang báo lỗi {found} của Excel. Hãy sửa công thức hoặc gõ lại giá trị.',
    en: 'The cell shows the Excel error {found}. Repair the formula or type the value.',
  },
  'import.cell-too-long': {
    vi: 'Nội dung dài {lengthCount} ký tự ("{found}"); tối đa {limitCount} ký tự.',
    en: 'The text has {lengthCount} characters ("{found}"); at most {limitCount}.',
  },
  'import.cell-date': {
    vi: '"{found}" không đọc được thành ngày. Hãy gõ ngày/tháng/năm, ví dụ 05/03/2024.',
    en: '"{found}" cannot be read as a date. Type day/month/year, for example 05/03/2024.',
  },
  'import.cell-date-impossible': {
    vi: '"{found}": không có ngày này. Hãy kiểm tra lại ngày, tháng và năm.',
    en: '"{found}": there is no such day. Check day, month and year.',
  },
  'import.cell-date-unsure': {
    vi: '"{found}" chỉ có hai chữ số của năm nên chưa rõ thế kỷ nào. Hãy gõ đủ bốn chữ số, ví dụ 05/03/2009.',
    en: '"{found}" has a year of two digits, which leaves the century open. Type four, for example 05/03/2009.',
  },
  'import.cell-future': {
    vi: '"{found}" ở tương lai (hôm nay là {todayOn}). Hãy kiểm tra lại.',
    en: '"{found}" lies in the future (today is {todayOn}). Check it.',
  },
  'import.cell-year': {
    vi: '"{found}" không đọc được thành năm. Hãy gõ bốn chữ số, ví dụ 2023.',
    en: '"{found}" cannot be read as a year. Type four digits, for example 2023.',
  },
  'import.cell-year-span': {
    vi: 'Năm "{found}" ngoài khoảng {least} đến {most}. Hãy kiểm tra lại.',
    en: 'The year "{found}" is outside {least} to {most}. Check it.',
  },
  'import.cell-integer': {
    vi: '"{found}" không phải số nguyên. Hãy gõ số, ví dụ 1.500.',
    en: '"{found}" is not a whole number. Type one, for example 1.500.',
  },
  'import.cell-integer-span': {
    vi: '"{found}" ngoài khoảng {leastCount} đến {mostCount}.',
    en: '"{found}" is outside {leastCount} to {mostCount}.',
  },
  'import.cell-number': {
    vi: '"{found}" không phải số. Dùng dấu phẩy cho phần lẻ và dấu chấm giữa các nhóm nghìn, ví dụ 29.068,5.',
    en: '"{found}" is not a number. Use a comma for decimals and dots between thousands, for example 29.068,5.',
  },
  'import.cell-number-date': {
    vi: 'Excel đã đổi số ở ô này thành ngày ({found}). Hãy định dạng ô là "Số" rồi gõ lại.',
    en: 'Excel turned the number in this cell into a date ({found}). Format the cell as a number and type it again.',
  },
  'import.cell-yes-no': {
    vi: '"{found}" chưa rõ là có hay không. Hãy gõ "Có" hoặc "Không".',
    en: '"{found}" says neither yes nor no. Type "Có" or "Không".',
  },
  'import.cell-sex': {
    vi: '"{found}" không phải giới tính. Hãy gõ "Nam" hoặc "Nữ".',
    en: '"{found}" is not a sex. Type "Nam" or "Nữ".',
  },
  'import.cell-cccd': {
    vi: 'Số căn cước có {digitCount} chữ số; phải đủ 12 chữ số.',
    en: 'The ID number has {digitCount} digits; it must have 12.',
  },
  'import.cell-cccd-old': {
    vi: 'Đây là số chứng minh nhân dân 9 chữ số; cần số căn cước 12 chữ số, hoặc để trống.',
    en: 'This is an old ID number of 9 digits; the citizen ID of 12 digits is needed, or leave the cell empty.',
  },
  'import.cell-cccd-zeros': {
    vi: 'Số căn cước chỉ còn {digitCount} chữ số: Excel đã bỏ số 0 ở đầu. Hãy định dạng cột là "Văn bản" rồi gõ lại đủ 12 chữ số.',
    en: 'Only {digitCount} digits of the ID number are left: Excel dropped the leading zeros. Format the column as text and type all 12 digits.',
  },
  'import.cell-cccd-letters': {
    vi: 'Số căn cước có ký tự không phải chữ số; phải là 12 chữ số.',
    en: 'The ID number holds signs that are not digits; it must be 12 digits.',
  },
  'import.cell-not-listed': {
    vi: '"{found}" không có trong danh mục. Hãy chọn giá trị gần đúng hoặc sửa trong tệp.',
    en: '"{found}" is not in the list. Choose a value that is meant, or correct the file.',
  },
};
