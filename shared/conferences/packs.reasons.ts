import type { Words } from '#shared/core/wording.ts';

export const PACK_REASONS: Words = {
  'conference-pack.not-found': {
    vi: 'Không có bản tài liệu này, bản đã được dọn, hoặc thuộc Cụm khác. Hãy tải lại trang.',
    en: 'There is no such version, it was cleared, or it belongs to another cluster. Reload the page.',
  },
  'conference-pack.often': {
    vi: 'Bạn đã tải hoặc lập bộ tài liệu quá nhiều lần trong 10 phút. Hãy đợi ít phút rồi thử lại.',
    en: 'You fetched or made the papers too often within 10 minutes. Wait a few minutes and try again.',
  },
  'conference-pack.sent': {
    vi: 'Bản số {number} đã được đánh dấu đã gửi lúc {sentAt}, nên không sửa được nữa. Nếu gửi bản khác, hãy lập bản mới rồi đánh dấu bản đó.',
    en: 'Version {number} was marked as sent at {sentAt} and can no longer change. To send another, make a new version and mark that.',
  },
  'conference-pack.changed-meanwhile': {
    vi: 'Bản này vừa được người khác thay đổi. Chưa ghi gì; hãy tải lại trang.',
    en: 'Somebody has just changed this version. Nothing was saved; reload the page.',
  },
  'conference-pack.damaged': {
    vi: 'Tệp của bản số {number} trên máy chủ không còn đúng mã kiểm tra đã ghi, nên không đưa ra. Hãy báo quản trị hệ thống khôi phục tệp từ bản sao lưu.',
    en: 'The stored file of version {number} no longer matches its checksum and is not given out. Tell the administrator to restore it from the backup.',
  },
  'conference-pack.log-done': {
    vi: 'Đã lập bản số {number}, gồm {paperCount} văn bản.',
    en: 'Version {number} is made, with {paperCount|paper|papers}.',
  },
  'paper-template.not-found': {
    vi: 'Không có mẫu này, hoặc mẫu của đơn vị khác. Hãy tải lại trang.',
    en: 'There is no such template, or it belongs to another unit. Reload the page.',
  },
  'paper-template.changed-meanwhile': {
    vi: 'Mẫu vừa được người khác đổi. Chưa ghi gì; hãy tải lại trang để xem mẫu đang dùng.',
    en: 'Somebody has just changed the template. Nothing was saved; reload the page to see which one is in use.',
  },
  'paper-template.not-chair': {
    vi: 'Mẫu văn bản thuộc đơn vị Cụm trưởng đương nhiệm. Chỉ chuyên viên, người duyệt của đơn vị đó tải mẫu lên và chọn mẫu.',
    en: 'Templates belong to the unit that leads the cluster. Only its staff upload and choose them.',
  },
};
