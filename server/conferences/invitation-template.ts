import {
  cell,
  officialHeading,
  paragraph as p,
  row,
  sectionEnd,
  TEXT_WIDTH,
  table,
  wordFile,
} from '#server/papers/word-file.print.ts';

const centered = (text: string) => p(text, { bold: true, align: 'center' });

/** Nơi nhận on the left, who signs on the right. */
function ending(): string {
  const half = TEXT_WIDTH.upright / 2;
  const to =
    p('Nơi nhận:', { bold: true, italic: true, size: 24, align: 'left' }) +
    p('- Như trên;', { size: 22, align: 'left' }) +
    p('- Lưu: VT.', { size: 22, align: 'left' });
  const signs = ['{thay_mat}', '{chuc_vu}'].map((text) => p(text, { bold: true, align: 'center' })).join('');
  return table([half, half], [row([cell(half, to), cell(half, signs)])]);
}

/** Giấy mời in the layout of Decree 30/2020/NĐ-CP, a page for each row of `giay_moi`. */
export const invitationTemplate = (): Uint8Array =>
  wordFile([
    p('{#giay_moi}'),
    officialHeading({ organ: '{cum}', placeAndDate: '…, ngày … tháng … năm {nam}', number: 'Số: …/GM' }),
    p('{minh_hoa}', { italic: true, size: 26, align: 'center' }),
    centered('GIẤY MỜI'),
    centered('{hoi_nghi}'),
    p(''),
    p('{ten_cum} trân trọng kính mời: {kinh_moi}'),
    p('Tới dự: {hoi_nghi}.'),
    p('Chủ trì: {chu_tri}.'),
    p('Thời gian: {thoi_gian}.'),
    p('Địa điểm: {dia_diem}.'),
    p('Số lượng: {so_nguoi} người.'),
    p('Đề nghị xác nhận dự với cơ quan thường trực. Rất hân hạnh được đón tiếp./.'),
    p(''),
    ending(),
    p('{#ngat_trang}'),
    // A section of its own: after a page break the second invitation would be page 2 of the first.
    sectionEnd('upright'),
    p('{/ngat_trang}'),
    p('{/giay_moi}'),
  ]);
