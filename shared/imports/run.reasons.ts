import type { Words } from '#shared/core/wording.ts';

/** Why a step of an import cannot be taken, and what is wrong with a row beyond its cells. */
export const RUN_REASONS: Words = {
  'import.not-found': {
    vi: 'Không tìm thấy lần nhập này, hoặc không thuộc phạm vi của đơn vị.',
    en: 'No such import, or it is outside your unit.',
  },
  'import.target.not-found': {
    vi: 'Không có loại dữ liệu này để nhập.',
    en: 'There is no such kind of data to import.',
  },
  'import.kind-not-yours': {
    vi: 'Vai trò của bạn không ghi loại dữ liệu này, nên cũng không nhập được từ tệp.',
    en: 'Your role does not write this kind of data, so it cannot import it either.',
  },
  'import.changed-meanwhile': {
    vi: 'Lần nhập này vừa chuyển sang bước khác (trong thẻ khác hoặc do người khác). Tải lại trang để xem bước hiện tại.',
    en: 'This import has moved on meanwhile (in another tab or by somebody else). Reload to see where it is.',
  },
  'import.wrong-state': {
    vi: 'Lần nhập đang ở bước “{status}” nên chưa làm được việc này.',
    en: 'The import is at “{statusEn}”, so this cannot be done now.',
  },
  'import.nothing-to-write': {
    vi: 'Không có dòng mới hay dòng thay đổi nào để ghi. Sửa các dòng sai trước, hoặc đóng lần nhập này.',
    en: 'No new or changed row to write. Correct the wrong rows first, or leave this import.',
  },
  'import.nothing-written': {
    vi: 'Lần nhập này chưa ghi dòng nào nên không có gì để hoàn tác.',
    en: 'This import wrote nothing, so there is nothing to undo.',
  },
  'import.undo-too-late': {
    vi: 'Đã quá 24 giờ (đến {untilAt}) nên không hoàn tác cả lần nhập được nữa. Sửa từng hồ sơ nếu cần.',
    en: 'The 24 hours for an undo ended at {untilAt}. Correct single records where needed.',
  },
  'import.file-kind': {
    vi: 'Tệp “{name}” không phải bảng tính. Cần .xlsx, .xls, .csv, .ods hoặc .xlsb.',
    en: '“{name}” is no spreadsheet. Use .xlsx, .xls, .csv, .ods or .xlsb.',
  },
  'import.file-too-large': {
    vi: 'Tệp lớn hơn {limitMb} MB. Hãy tách làm nhiều tệp hoặc xóa các trang tính, hình ảnh không cần.',
    en: 'The file is larger than {limitMb} MB. Split it, or remove sheets and pictures that are not needed.',
  },
  'import.sheet-unknown': { vi: 'Tệp không có trang tính đã chọn.', en: 'The file has no such sheet.' },
  'import.field-unknown': {
    vi: 'Không có mục “{field}” trong loại dữ liệu này.',
    en: 'This kind of data has no field “{field}”.',
  },
  'import.field-twice': {
    vi: 'Hai cột cùng được chọn là “{label}”. Mỗi mục chỉ lấy từ một cột.',
    en: 'Two columns are taken for “{labelEn}”. Each field comes from one column.',
  },
  'import.field-missing': {
    vi: 'Chưa chọn cột nào là “{label}”; mục này bắt buộc.',
    en: 'No column is taken for “{labelEn}”, which is required.',
  },
  'import.rows-unknown': {
    vi: 'Không còn dòng nào trong số đã chọn ở trạng thái này.',
    en: 'None of these rows is in that state any more.',
  },
  'import.year-missing': {
    vi: 'Chọn cụm và năm thi đua trước khi tải tệp lên.',
    en: 'Choose the cluster and year first.',
  },
  'import.period-missing': { vi: 'Chọn kỳ báo cáo trước khi tải tệp lên.', en: 'Choose the reporting period first.' },
  'import.not-checked': { vi: 'Lần nhập này chưa được kiểm tra thử.', en: 'This import was not checked yet.' },
  'import.no-bad-rows': { vi: 'Không có dòng nào sai hay cần xem lại.', en: 'No row is wrong or doubtful.' },
  'import.broke-off': {
    vi: 'Việc xử lý bị ngắt nhiều lần. Những gì đã ghi vẫn được đánh dấu; hãy chạy lại ở trang Công việc đang chạy hoặc báo quản trị hệ thống.',
    en: 'The work broke off several times. What was written is marked; run it again on the page of jobs or tell the administrator.',
  },
  'import.cleared': {
    vi: 'Tệp và nội dung các dòng của lần nhập này đã được xóa vì hết hạn giữ, nên không làm tiếp được. Hãy nhập lại tệp từ đầu.',
    en: 'The file and the rows of this import were cleared away after their time, so it cannot go on. Import the file anew.',
  },
  'import.passwords-gone': {
    vi: 'Danh sách mật khẩu lần đầu đã được tải hoặc đã hết hạn, nên không xem lại được. Quản trị hệ thống đặt lại mật khẩu cho từng người.',
    en: 'The list of first passwords was fetched already or has expired. The administrator can set passwords anew.',
  },

  'import.kind-missing': {
    vi: 'Chưa rõ là tập thể, cá nhân hay hộ gia đình. Thêm cột “Loại đối tượng”.',
    en: 'It is not clear whether this is a collective, a person or a household. Add that column.',
  },
  'import.sex-missing': {
    vi: 'Chưa có giới tính của cá nhân (cần cho biểu thống kê). Ghi Nam hoặc Nữ, hay đánh dấu x ở cột “Nữ”.',
    en: 'The sex of this person is missing (for statistics). Write Nam or Nữ, or an x in a column called “Nữ”.',
  },
  'import.unit-missing': {
    vi: 'Chưa có tỉnh, đơn vị của dòng này. Thêm cột “Tỉnh, đơn vị quản lý”, hoặc chọn một đơn vị cho cả tệp.',
    en: 'The row names no unit. Add that column or choose one unit for the whole file.',
  },
  'import.unit-unknown': {
    vi: 'Không có đơn vị nào tên “{name}”, xưa hay nay.',
    en: 'No unit was ever called “{name}”.',
  },
  'import.unit-many': {
    vi: 'Có nhiều đơn vị tên “{name}”: {units}. Ghi tên đầy đủ.',
    en: 'Several units are called “{name}”: {units}. Write the full name.',
  },
  'import.unit-not-yet': {
    vi: 'Ngày {onOn} chưa có đơn vị tên “{name}” (có từ {fromOn}). Kiểm tra lại ngày hoặc ghi tên cũ.',
    en: 'On {onOn} there was no unit “{name}” yet (since {fromOn}). Check the day or write its former name.',
  },
  'import.unit-gone': {
    vi: 'Ngày {onOn} không còn đơn vị tên “{name}” (đến hết {endedOn}). Kiểm tra lại ngày hoặc tên.',
    en: 'On {onOn} the unit “{name}” was no more (until {endedOn}). Check day and name.',
  },
  'import.unit-became': {
    vi: 'Ngày {onOn} không còn “{name}” (đến hết {endedOn}): nay là {became}. Kiểm tra ngày, hoặc dùng tên mới.',
    en: 'On {onOn} “{name}” was no more (until {endedOn}): it had become {became}. Check the day or use the new name.',
  },
  'import.recipient-not-own-unit': {
    vi: 'Chỉ nhập được tập thể, cá nhân của đơn vị mình.',
    en: 'Only recipients of your own unit can be imported.',
  },
  'import.recipient-elsewhere': {
    vi: 'Người này đã có hồ sơ ở đơn vị khác, nên không sửa từ tệp này. Đề nghị đơn vị đó hoặc quản trị hệ thống sửa.',
    en: 'This recipient is on record with another unit, which is the one to change it.',
  },
  'import.award-before-birth': {
    vi: 'Năm khen thưởng {year} trước năm sinh hoặc thành lập ({birthYear}).',
    en: 'The award year {year} is before the year of birth or founding ({birthYear}).',
  },
  'import.award-twice-in-file': {
    vi: 'Lượt khen này đã có ở dòng {row} của tệp. Bỏ qua một dòng, hoặc xác nhận đây là hai người trùng tên.',
    en: 'The same award stands in row {row} of the file. Skip one, or say that these are two people of one name.',
  },
  'import.twice-in-file': {
    vi: 'Người (tập thể) này đã có ở dòng {row} của tệp. Bỏ qua một trong hai dòng.',
    en: 'The same recipient stands in row {row} of the file. Skip one of the two.',
  },
  'import.same-name-in-file': {
    vi: 'Trùng tên, trùng đơn vị với dòng {rows} của tệp mà không có ngày sinh để phân biệt. Thêm ngày sinh, hoặc xác nhận là người khác.',
    en: 'Same name and unit as row {rows} of the file, without a birth date to tell them apart. Add it, or say it is somebody else.',
  },
  'import.award-issued-here': {
    vi: 'Lượt khen này do Quyết định ban hành trong hệ thống nên không sửa từ tệp. Sửa bằng cách hủy bỏ Quyết định.',
    en: 'This award comes from a decision issued here and cannot be changed from a file.',
  },
  'import.decision-other-date': {
    vi: 'Quyết định số {number} của cơ quan này đã có trong Sổ với ngày {otherOn}, trong tệp là {decidedOn}. Một số chỉ có một ngày: kiểm tra lại.',
    en: 'Decision {number} of this office is in the register with the date {otherOn}, in the file {decidedOn}. One number has one date: check.',
  },
  'import.decision-other-date-in-file': {
    vi: 'Quyết định số {number} ở dòng {row} của tệp có ngày {otherOn}, ở dòng này là {decidedOn}. Một số chỉ có một ngày: kiểm tra lại.',
    en: 'Row {row} of the file dates decision {number} {otherOn}, this row {decidedOn}. One number has one date: check.',
  },
  'import.many-alike': {
    vi: 'Có {manyCount} hồ sơ giống nhau; chọn hồ sơ đúng, hoặc lập hồ sơ mới.',
    en: '{manyCount} records look alike; choose the right one or make a new one.',
  },
  'import.cccd-of-many': {
    vi: 'Có {manyCount} hồ sơ cùng số căn cước này; chọn hồ sơ đúng, rồi gộp ở trang Nghi trùng hồ sơ.',
    en: '{manyCount} records hold this citizen number; choose the right one, then merge them.',
  },
  'import.cccd-other-name': {
    vi: 'Số căn cước này đã có ở hồ sơ mang tên khác. Kiểm tra số căn cước và tên.',
    en: 'This citizen number is on record under another name. Check number and name.',
  },
  'import.birth-not-known': {
    vi: 'Có hồ sơ cùng tên, cùng đơn vị nhưng chưa có ngày sinh. Chọn hồ sơ đó nếu là một người, hoặc lập hồ sơ mới.',
    en: 'A record with the same name and unit has no birth date. Choose it if it is the same person, or make a new one.',
  },
  'import.same-name-here': {
    vi: 'Đơn vị đã có hồ sơ cùng tên, mà dòng này không có ngày sinh để phân biệt. Chọn hồ sơ đúng, hoặc lập hồ sơ mới.',
    en: 'The unit has a record of this name, and the row has no birth date. Choose the right one or make a new one.',
  },
  'import.correct-in-file': {
    vi: '{label} không sửa được ở đây, vì giá trị sẽ lưu ở dạng đọc được. Sửa trong tệp rồi nhập lại tệp.',
    en: 'Citizen numbers and ethnicity cannot be corrected here, for the value would be stored in clear. Correct the file and import it again.',
  },
  'import.decided-gone': {
    vi: 'Hồ sơ đã chọn không còn, thuộc loại đối tượng khác, hoặc không phải một trong các hồ sơ được nêu. Chọn lại.',
    en: 'The record chosen is no more, is of another kind, or is none of those that were shown. Choose again.',
  },
  'import.changed-since': {
    vi: 'Hồ sơ đã thay đổi sau lần kiểm tra thử nên dòng này chưa được ghi. Kiểm tra lại rồi nhập dòng này lần sau.',
    en: 'The record changed after the dry run, so this row was not written. Look at it and import it again.',
  },
  'import.kept-changed': {
    vi: '“{name}” đã được sửa hoặc dùng sau khi nhập nên được giữ lại.',
    en: '“{name}” was changed or used after the import and stays.',
  },
  'import.kept-recipient': {
    vi: 'Hồ sơ “{name}” đã có thêm dữ liệu khác sau khi nhập nên được giữ lại.',
    en: 'The record of “{name}” has other data since the import and stays.',
  },
  'import.nomination-there': {
    vi: 'Đã có hồ sơ đề nghị “{name}” của đơn vị trong năm này.',
    en: 'There is a nomination of “{name}” by this unit in this year already.',
  },
  'import.nomination-form': {
    vi: 'Hồ sơ đề nghị của cụm chỉ đề nghị Bằng khen của Chủ tịch UBND tỉnh. Để trống cột này.',
    en: 'A cluster nominates for the provincial certificate of merit only. Leave this column empty.',
  },
  'import.indicator-twice': {
    vi: 'Chỉ tiêu này đã có ở dòng {row} của tệp. Bỏ qua một trong hai dòng.',
    en: 'This indicator stands in row {row} of the file. Skip one of the two.',
  },
  'import.value-format': {
    vi: '“{found}” không hợp với chỉ tiêu: nhiều nhất {decimals} chữ số thập phân.',
    en: '“{found}” does not fit the indicator: at most {decimals} decimals.',
  },
  'import.value-whole': {
    vi: '“{found}” không hợp với chỉ tiêu: chỉ nhận số nguyên, không có phần lẻ.',
    en: '“{found}” does not fit the indicator: whole numbers only, without decimals.',
  },
  'import.unit-there': {
    vi: 'Đã có đơn vị “{name}”; đổi tên, sáp nhập ở trang Đơn vị.',
    en: 'There is a unit “{name}” already; rename and merge on the page of units.',
  },
  'import.username-twice': {
    vi: 'Tên đăng nhập này đã có ở dòng {row} của tệp.',
    en: 'This user name stands in row {row} of the file.',
  },
  'import.account-other': {
    vi: 'Tên đăng nhập “{username}” là của {holder}. Chọn tên khác.',
    en: 'The user name “{username}” belongs to {holder}. Choose another.',
  },
  'import.account-unit-missing': {
    vi: 'Vai trò này cần đơn vị.',
    en: 'This role needs a unit.',
  },
};
