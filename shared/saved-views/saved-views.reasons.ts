import type { Words } from '#shared/core/wording.ts';

export const SAVED_VIEW_REASONS: Words = {
  'saved-view.not-found': {
    vi: 'Không tìm thấy chế độ xem này; có thể người tạo đã xóa, hoặc không còn dùng chung với bạn.',
    en: 'No such view. It may have been deleted, or it is no longer shared with you.',
  },
  'saved-view.not-owner': {
    vi: 'Chế độ xem “{name}” do {owner} tạo. Muốn sửa, bạn hãy lưu thành chế độ xem mới của mình.',
    en: 'The view “{name}” belongs to {owner}. To change it, save it as a new view of your own.',
  },
  'saved-view.changed-meanwhile': {
    vi: 'Chế độ xem “{name}” vừa được sửa ở nơi khác. Mở lại danh sách chế độ xem rồi làm lại.',
    en: 'The view “{name}” was just changed elsewhere. Open the list of views again and repeat.',
  },
  'saved-view.name-taken': {
    vi: 'Bạn đã có chế độ xem tên “{name}”. Hãy đặt tên khác, hoặc chọn chế độ xem đó rồi bấm “Cập nhật”.',
    en: 'You already have a view named “{name}”. Choose another name, or open that view and press “Update”.',
  },
  'saved-view.too-many': {
    vi: 'Bạn đã có {most} chế độ xem của danh sách này. Hãy xóa bớt chế độ xem không còn dùng.',
    en: 'You already have {most} views of this list. Delete some that you no longer use.',
  },
  'saved-view.may-not-share': {
    vi: 'Chỉ chuyên viên, trưởng phòng (người duyệt) và quản trị hệ thống được chia sẻ chế độ xem cho đơn vị. Hãy chọn “Của tôi”.',
    en: 'Only specialists, heads of desk and the administrator may share a view with the unit. Choose “Mine”.',
  },
  'saved-view.may-not-set-default': {
    vi: 'Chỉ quản trị hệ thống đặt được chế độ xem mặc định theo vai trò.',
    en: 'Only the administrator can set the default view of a role.',
  },
  'saved-view.no-unit': {
    vi: 'Tài khoản của bạn không thuộc đơn vị nào nên không có đơn vị để chia sẻ. Hãy chọn “Của tôi” hoặc “Mặc định theo vai trò”.',
    en: 'Your account belongs to no unit to share with. Choose “Mine” or “Default of a role”.',
  },
  'saved-view.role-missing': {
    vi: 'Chọn vai trò mà chế độ xem này là mặc định.',
    en: 'Choose the role whose default this view is.',
  },
  'saved-view.role-taken': {
    vi: 'Vai trò này đã có chế độ xem mặc định. Hãy cập nhật chế độ xem đó, hoặc xóa trước khi đặt chế độ xem khác.',
    en: 'This role already has a default view. Update that one, or delete it before setting another.',
  },
  'saved-view.id-number': {
    vi: 'Bộ lọc có số giấy tờ tùy thân {digitCount} chữ số. Số này không được lưu trong chế độ xem; hãy xóa khỏi ô tìm kiếm.',
    en: 'The filters hold an identity number of {digitCount} digits. Such numbers are not kept in a view; delete it from the search box.',
  },
};
