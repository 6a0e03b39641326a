import type { Words } from '#shared/core/wording.ts';

export const ACCOUNT_REASONS: Words = {
  'account.not-signed-in': {
    vi: 'Phiên làm việc đã hết hạn hoặc chưa đăng nhập. Hãy đăng nhập để tiếp tục.',
    en: 'The session has ended or you are not signed in. Sign in to go on.',
  },
  'account.lacks-role': {
    vi: 'Vai trò của bạn không có quyền làm việc này. Nếu cần, hãy liên hệ quản trị hệ thống.',
    en: 'Your role does not allow this. Ask the administrator if you need it.',
  },
  'account.wrong-credentials': {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The username or the password is wrong.',
  },
  'account.too-many-tries': {
    vi: 'Đã thử sai quá nhiều lần. Hãy đợi {minutesCount} phút rồi đăng nhập lại.',
    en: 'Too many wrong tries. Wait {minutesCount|minute|minutes}, then sign in again.',
  },
  'account.username-format': {
    vi: 'Tên đăng nhập gồm 3 đến 40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch nối, bắt đầu bằng chữ cái.',
    en: 'A username has 3 to 40 plain letters, digits, dots or hyphens and starts with a letter.',
  },
  'account.name-missing': {
    vi: 'Hãy nhập họ và tên (tối đa 200 ký tự).',
    en: 'Enter the full name (at most 200 signs).',
  },
  'account.username-taken': { vi: 'Tên đăng nhập này đã có người dùng.', en: 'This username is taken.' },
  'account.password-too-short': {
    vi: 'Mật khẩu quá ngắn: cần ít nhất {limitCount} ký tự. Một câu dài dễ nhớ là tốt nhất.',
    en: 'The password is too short: at least {limitCount} signs. A long sentence is best.',
  },
  'account.password-too-long': {
    vi: 'Mật khẩu quá dài: tối đa {limitCount} ký tự.',
    en: 'The password is too long: at most {limitCount} signs.',
  },
  'account.password-has-name': {
    vi: 'Mật khẩu không được chứa tên đăng nhập.',
    en: 'The password must not contain the username.',
  },
  'account.password-guessable': {
    vi: 'Mật khẩu này dễ đoán. Hãy chọn một câu chỉ mình bạn biết.',
    en: 'This password is easy to guess. Choose a sentence only you know.',
  },
};
