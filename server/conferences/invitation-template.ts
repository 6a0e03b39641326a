import {
  ending,
  officeLine,
  officialHeading,
  paragraph as p,
  recipientLine,
  titleBlock,
} from '#server/papers/word-blocks.print.ts';
import { sectionEnd, wordFile } from '#server/papers/word-file.print.ts';

/** Giấy mời in the layout of Decree 30/2020/NĐ-CP, a page for each row of `giay_moi`. */
export const invitationTemplate = (): Uint8Array =>
  wordFile([
    p('{#giay_moi}'),
    officialHeading({ organ: '{cum}', placeAndDate: '…, ngày … tháng … năm {nam}', number: 'Số: …/GM' }),
    p('{minh_hoa}', { italic: true, size: 26, align: 'center', before: 160 }),
    titleBlock('GIẤY MỜI', ['{hoi_nghi}']),
    p('{ten_cum} trân trọng kính mời: {kinh_moi}'),
    p('Tới dự: {hoi_nghi}.'),
    p('Chủ trì: {chu_tri}.'),
    p('Thời gian: {thoi_gian}.'),
    p('Địa điểm: {dia_diem}.'),
    p('Số lượng: {so_nguoi} người.'),
    p('Đề nghị xác nhận dự với cơ quan thường trực. Rất hân hạnh được đón tiếp./.', { keepNext: true, after: 240 }),
    ending({
      to: ['- Như trên;', '- Lưu: VT.'].map(recipientLine),
      offices: ['{thay_mat}', '{chuc_vu}', '{chuc_danh_ky}'].map(officeLine),
      name: '{nguoi_ky}',
    }),
    p('{#ngat_trang}'),
    // A section of its own: after a page break the second invitation would be page 2 of the first.
    sectionEnd('upright'),
    p('{/ngat_trang}'),
    p('{/giay_moi}'),
  ]);
