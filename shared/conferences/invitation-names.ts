import type { PaperName } from '#shared/papers/paper-names.ts';

const word = (name: string, vi: string, en: string) => ({ name, meaning: { vi, en } });

/** Every name that a template of the invitation (Giấy mời) may carry, all of them inside its one list. */
export const INVITATION_NAMES: readonly PaperName[] = [
  {
    ...word('giay_moi', 'Mỗi dòng là một giấy mời', 'A row for each invitation'),
    isRequired: true,
    fields: [
      word('cum', 'Tên Cụm, chữ in hoa', 'Name of the cluster in capitals'),
      word('ten_cum', 'Tên Cụm, chữ thường', 'Name of the cluster'),
      word('kinh_moi', 'Người, đơn vị được mời', 'Who is invited'),
      word('hoi_nghi', 'Tên Hội nghị', 'Title of the conference'),
      word('thoi_gian', 'Giờ, ngày họp', 'Time and day'),
      word('dia_diem', 'Địa điểm', 'Place'),
      word('chu_tri', 'Người chủ trì', 'Who chairs'),
      word('so_nguoi', 'Số người được mời', 'How many are invited'),
      word('nam', 'Năm của Hội nghị', 'Year of the conference'),
      word(
        'minh_hoa',
        'Dấu bản minh họa, tập huấn; để trống ở bản thật',
        'Mark of a demo or training copy; empty otherwise',
      ),
      word('thay_mat', 'Thay mặt ai ký', 'On whose behalf it is signed'),
      word('chuc_vu', 'Chức vụ trong Cụm của người ký', 'Office in the cluster of who signs'),
      word('chuc_danh_ky', 'Chức vụ ở cơ quan của người ký', 'Office at home of who signs'),
      word('nguoi_ky', 'Họ tên người ký', 'Name of who signs'),
      word(
        'ngat_trang',
        'Điều kiện, có ở mọi giấy mời trừ giấy cuối: {#ngat_trang} ngắt trang {/ngat_trang}',
        'A condition, set on every invitation but the last: {#ngat_trang} page break {/ngat_trang}',
      ),
    ],
  },
];
