import type { AgendaLine, ConferenceHead } from '#shared/conferences/conferences.schema.ts';
import { longDate } from '#shared/core/dates.ts';

export type Invited = {
  unitName: string | null;
  organization: string;
  name: string;
  positionHeld: string;
  headcount: number;
};
type Conference = Pick<ConferenceHead, 'title' | 'heldOn' | 'place' | 'chairedBy'> & { clusterName: string };

/** What is not known yet is left to be written by hand. */
const OPEN = '…';

/** What one invitation (Giấy mời) says, by the names of its Word template. An official paper, so Vietnamese only. */
export function invitationFields(conference: Conference, agenda: readonly AgendaLine[], one: Invited) {
  const { title, heldOn, place, chairedBy, clusterName } = conference;
  const [first] = agenda;
  const fields = {
    cum: clusterName.toLocaleUpperCase('vi'),
    ten_cum: clusterName,
    kinh_moi: inviteeText(one),
    hoi_nghi: title.replace(/\s+/g, ' '),
    thoi_gian: `${first ? first.startsAt.replace(':', ' giờ ') : OPEN}, ${longDate(heldOn)}`,
    dia_diem: place || OPEN,
    chu_tri: chairedBy || OPEN,
    so_nguoi: String(one.headcount),
    nam: heldOn.slice(0, 4),
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.normalize('NFC')])) as Record<
    keyof typeof fields,
    string
  >;
}

/** Whom it invites: a person with office and unit, else the delegation of a unit or an organisation. */
export function inviteeText({ unitName, organization, name, positionHeld }: Invited): string {
  const from = [unitName ?? '', organization].filter(Boolean).join(', ');
  if (name) return [name, positionHeld, from].filter(Boolean).join(', ');
  return [from, positionHeld].filter(Boolean).join(', ') || OPEN;
}

/** The same as text to paste into a letter or a chat. */
export function invitationText(conference: Conference, agenda: readonly AgendaLine[], one: Invited): string {
  const it = invitationFields(conference, agenda, one);
  return [
    'GIẤY MỜI',
    `${it.ten_cum} trân trọng kính mời: ${it.kinh_moi}`,
    `Tới dự: ${it.hoi_nghi}`,
    `Thời gian: ${it.thoi_gian}`,
    `Địa điểm: ${it.dia_diem}`,
    `Chủ trì: ${it.chu_tri}`,
    `Số lượng: ${it.so_nguoi} người`,
    ...(agenda.length === 0
      ? []
      : ['Chương trình:', ...agenda.map(({ startsAt, content }) => `- ${startsAt} ${content}`)]),
    'Đề nghị xác nhận dự với cơ quan thường trực. Trân trọng!',
  ].join('\n');
}
