import type { Words } from '#shared/core/wording.ts';

export const DUPLICATE_REASONS: Words = {
  'recipient-pair.not-found': {
    vi: 'Không tìm thấy cặp hồ sơ này; có thể hồ sơ thuộc đơn vị khác.',
    en: 'No such pair of records; they may belong to another unit.',
  },
  'recipient-merge.not-found': {
    vi: 'Không tìm thấy lần ghép hồ sơ này; có thể hồ sơ thuộc đơn vị khác.',
    en: 'No such merge; the record may belong to another unit.',
  },
  'duplicate.needs-reason': {
    vi: 'Nêu lý do (ít nhất {leastCount} ký tự): lịch sử cập nhật của cả hai hồ sơ giữ lại lý do này.',
    en: 'Give the reason (at least {leastCount} characters); the history of both records keeps it.',
  },
  'duplicate.other-unit': {
    vi: 'Hồ sơ “{name}” thuộc {unit}, ngoài phạm vi của bạn. Việc ghép hai hồ sơ của hai đơn vị do Quản trị hệ thống thực hiện; hãy đề nghị quản trị viên.',
    en: 'The record “{name}” belongs to {unit}, which is outside your scope. Records of two units are merged by the system administrator; ask them to do it.',
  },
  'duplicate.without-unit': {
    vi: 'Hồ sơ “{name}” chưa ghi đơn vị nên chỉ Quản trị hệ thống ghép được. Hãy đề nghị quản trị viên, hoặc ghi đơn vị cho hồ sơ trước.',
    en: 'The record “{name}” has no unit, so only the system administrator can merge it. Ask them, or enter its unit first.',
  },
  'duplicate.itself': {
    vi: 'Một hồ sơ không thể ghép với chính nó. Hãy tìm và chọn hồ sơ khác.',
    en: 'A record cannot be merged with itself. Find and choose another one.',
  },
  'duplicate.merged-already': {
    vi: 'Hồ sơ “{name}” đã được ghép vào hồ sơ “{into}”. Tải lại trang để xem các cặp còn lại.',
    en: 'The record “{name}” was already merged into “{into}”. Reload the page to see the pairs that are left.',
  },
  'duplicate.other-kind': {
    vi: 'Hai hồ sơ khác loại: {left} và {right}. Chỉ ghép được hai hồ sơ cùng loại; nếu một hồ sơ ghi sai loại, hãy sửa hồ sơ đó trước.',
    en: 'The two records are of different kinds: {left} and {right}. Only records of one kind can be merged; if one has the wrong kind, correct it first.',
  },
  'duplicate.changed-meanwhile': {
    vi: '{who} đã thay đổi hồ sơ “{name}” lúc {changedAt}. Chưa có gì được ghép; hãy tải lại trang để so hai hồ sơ như đang có.',
    en: '{who} changed the record “{name}” at {changedAt}. Nothing was merged; reload the page to compare the two records as they are now.',
  },
  'duplicate.decided-meanwhile': {
    vi: 'Cặp hồ sơ này vừa được người khác xử lý: {what}. Tải lại trang để xem kết quả.',
    en: 'Somebody else has just settled this pair: {what}. Reload the page to see the result.',
  },
  'duplicate.not-of-pair': {
    vi: 'Hồ sơ được giữ lại phải là một trong hai hồ sơ của cặp này. Tải lại trang rồi chọn lại.',
    en: 'The record that stays must be one of this pair. Reload the page and choose again.',
  },
  'duplicate.undone-already': {
    vi: 'Lần ghép này đã được hoàn tác lúc {undoneAt}.',
    en: 'This merge was already undone at {undoneAt}.',
  },
  'duplicate.undo-too-late': {
    vi: 'Đã quá hạn hoàn tác ({undoUntilAt}): chỉ hoàn tác được trong 30 ngày kể từ khi ghép. Nếu hai hồ sơ vẫn là hai đối tượng, hãy lập lại hồ sơ và đề nghị quản trị viên chuyển các lượt khen.',
    en: 'The time for undoing ended at {undoUntilAt}: a merge can be undone for 30 days. If they are two recipients after all, make the second record again and ask the administrator to move its awards.',
  },
  'duplicate.undo-later-first': {
    vi: 'Hồ sơ được giữ lại sau đó đã ghép tiếp vào “{name}”. Hãy hoàn tác lần ghép sau trước, rồi hoàn tác lần này.',
    en: 'The record that was kept has since been merged into “{name}”. Undo that later merge first, then this one.',
  },
  'duplicate.finding-started': {
    vi: 'Bắt đầu tìm hồ sơ nghi trùng trong {recipientCount} hồ sơ.',
    en: 'Looking for likely duplicates among {recipientCount|record|records}.',
  },
  'duplicate.finding-done': {
    vi: 'Tìm xong: {pairCount} cặp nghi trùng; {goneCount} cặp cũ không còn nghi trùng.',
    en: 'Done: {pairCount|likely pair|likely pairs}; {goneCount|older pair is|older pairs are} no longer likely.',
  },
  'duplicate.common-names': {
    vi: '{groupCount} nhóm tên quá phổ biến: mỗi hồ sơ chỉ so với các hồ sơ gần nhất trong nhóm.',
    en: '{groupCount|group|groups} of very common names: each record was compared with its nearest neighbours only.',
  },
};
