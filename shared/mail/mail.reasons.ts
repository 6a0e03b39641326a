import type { Words } from '#shared/core/wording.ts';
import { DUE_REMINDER_WORDS } from '#shared/mail/due-words.ts';

/** Letters: what each person gets, what waits, what goes wrong. */
export const MAIL_REASONS: Words = {
  'mail.address-format': {
    vi: 'Địa chỉ “{found}” không đúng dạng. Ghi một địa chỉ, ví dụ ten@tinh.gov.vn, hoặc để trống.',
    en: '“{found}” is no e-mail address. Enter one address such as name@langson.gov.vn, or nothing.',
  },
  'mail.digest-without-address': {
    vi: 'Thư tóm tắt hằng ngày cần địa chỉ thư điện tử. Ghi địa chỉ hoặc tắt thư tóm tắt.',
    en: 'The daily digest needs an e-mail address. Enter one or switch the digest off.',
  },
  'mail.setting-changed-meanwhile': {
    vi: 'Cách nhận thư của bạn đã được đổi ở nơi khác (tab hoặc máy khác). Tải lại rồi làm lại.',
    en: 'Your letters were changed elsewhere (another tab or computer). Reload and repeat.',
  },
  'mail.digest-needs-address': {
    vi: '{person} đang nhận thư tóm tắt hằng ngày, nên địa chỉ không để trống được. Người đó tắt thư tóm tắt trước.',
    en: '{person} gets the daily digest, so the address cannot be empty. They switch the digest off first.',
  },
  'mail.address-changed-meanwhile': {
    vi: 'Cách nhận thư của {person} vừa được đổi ở nơi khác. Tải lại rồi làm lại.',
    en: 'The letters of {person} were changed elsewhere. Reload and repeat.',
  },
  'letter.not-found': {
    vi: 'Không tìm thấy thư này; có thể đã quá thời gian lưu.',
    en: 'No such letter; it may be past the time letters are kept.',
  },
  'letter.changed-meanwhile': {
    vi: 'Thư này vừa được gửi, bỏ hoặc thử lại. Tải lại để xem trạng thái hiện nay.',
    en: 'The letter was just sent, dropped or tried again. Reload to see how it stands.',
  },
  'letter.already-sent': {
    vi: 'Thư đã gửi lúc {sentAt}; không bỏ được, cũng không cần gửi lại.',
    en: 'The letter was sent at {sentAt}; it cannot be dropped and need not be sent again.',
  },
  'letter.already-dropped': { vi: 'Thư đã được bỏ.', en: 'The letter was dropped already.' },
  'letter.still-waiting': {
    vi: 'Thư đang chờ đến lượt hoặc đang được gửi; hệ thống tự gửi.',
    en: 'The letter waits for its turn or is being sent; it goes out by itself.',
  },
  'mail.no-address-of-own': {
    vi: 'Tài khoản của bạn chưa có địa chỉ thư điện tử. Ghi địa chỉ ở trình đơn tài khoản, mục “Thư điện tử”, rồi gửi thư thử.',
    en: 'Your account has no e-mail address. Enter one under “E-mail” in your account menu, then send the test letter.',
  },
  ...DUE_REMINDER_WORDS,
};
