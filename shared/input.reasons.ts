import type { Words } from '#shared/core/wording.ts';

export const INPUT_REASONS: Words = {
  'input.malformed': {
    vi: 'Yêu cầu gửi lên không đúng dạng. Hãy tải lại trang rồi thử lại.',
    en: 'The request has the wrong form. Reload the page and try again.',
  },
  'input.too-large': {
    vi: 'Nội dung gửi lên quá lớn (hơn 2 MB). Hãy rút gọn, hoặc đính kèm dưới dạng tệp.',
    en: 'Too much was sent at once (over 2 MB). Shorten it, or attach it as a file.',
  },
  'input.too-long': {
    vi: 'Nội dung quá dài: tối đa {limitCount} ký tự.',
    en: 'Too long: at most {limitCount} characters.',
  },
  'input.too-short': {
    vi: 'Nội dung quá ngắn: ít nhất {limitCount} ký tự.',
    en: 'Too short: at least {limitCount} characters.',
  },
  'input.too-many': { vi: 'Nhiều nhất là {limitCount}.', en: 'At most {limitCount}.' },
  'input.too-few': { vi: 'Ít nhất là {limitCount}.', en: 'At least {limitCount}.' },
  'input.required': { vi: 'Chưa nhập ô này.', en: 'Nothing was entered here.' },
  'input.date': { vi: 'Ngày không hợp lệ.', en: 'Not a valid date.' },
  'input.id': { vi: 'Đường dẫn hoặc mã bản ghi không đúng.', en: 'Not a valid record id.' },
  'input.unknown-field': {
    vi: 'Có mục mà hệ thống không biết. Hãy tải lại trang.',
    en: 'An unknown field was sent. Reload the page.',
  },
  'input.wrong': { vi: 'Giá trị không đúng với mục này.', en: 'The value does not fit this field.' },
  'request.unknown': { vi: 'Không có chức năng này. Hãy tải lại trang.', en: 'No such function. Reload the page.' },
  'request.key-reused': {
    vi: 'Yêu cầu này đã được gửi với nội dung khác. Hãy tải lại trang rồi làm lại.',
    en: 'This request was sent before with other content. Reload and try again.',
  },
};
