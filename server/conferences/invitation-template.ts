import { officialHeading, paragraph as p, pageBreak, wordFile } from '#server/papers/word-file.print.ts';

const centered = (text: string) => p(text, { bold: true, align: 'center' });

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
    p('{thay_mat}', { bold: true, align: 'right' }),
    p('{chuc_vu}', { bold: true, align: 'right' }),
    p('{#ngat_trang}'),
    pageBreak,
    p('{/ngat_trang}'),
    p('{/giay_moi}'),
  ]);
