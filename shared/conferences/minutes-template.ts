import { agendaLineText } from '#shared/conferences/agenda.rules.ts';
import { attendanceTotals } from '#shared/conferences/attendance.rules.ts';
import type { AgendaLine, Attendance, ConferenceHead, DelegateRole } from '#shared/conferences/conferences.schema.ts';
import { formatDate, longDate } from '#shared/core/dates.ts';

export type MinutesDelegate = {
  role: DelegateRole;
  unitName: string | null;
  organization: string;
  name: string;
  positionHeld: string;
  headcount: number;
  attendance: Attendance;
  presentCount: number | null;
};
export type MinutesRecommendation = {
  number: number;
  content: string;
  madeBy: string;
  leadOffice: string;
  dueOn: string | null;
};

/**
 * The first text of the minutes (biên bản), put together from what is known so that no name and no figure is typed
 * twice: who took part, the programme as it ran, what was recommended. An official document, so Vietnamese only.
 */
export function composeMinutes(
  conference: ConferenceHead & { clusterName: string },
  agenda: readonly AgendaLine[],
  delegates: readonly MinutesDelegate[],
  recommendations: readonly MinutesRecommendation[],
  /** Who leads next year, in words; null where it was not decided. */
  nextChair: string | null = null,
): string {
  const { title, heldOn, place, chairedBy, secretary, clusterName } = conference;
  const [first] = agenda;
  const opening = [first && `${first.startsAt},`, longDate(heldOn), place && `tại ${place}`].filter(Boolean).join(' ');
  return [
    'BIÊN BẢN',
    title,
    '',
    `Hồi ${opening}, ${clusterName} tổ chức ${namedTitle(title)}.`,
    '',
    'I. THÀNH PHẦN',
    `1. Chủ trì: ${chairedBy || '…'}`,
    `2. Thư ký: ${secretary || '…'}`,
    ...attendanceLines(delegates),
    '',
    'II. NỘI DUNG',
    ...(agenda.length === 0
      ? ['…']
      : agenda.map(({ startsAt, content, speaker }, index) =>
          numbered(index, agendaLineText({ startsAt, content, speaker, note: '' })),
        )),
    '',
    'III. Ý KIẾN CHỈ ĐẠO, ĐỀ NGHỊ',
    ...(recommendations.length === 0 ? ['Không có.'] : recommendations.map(recommendationLine)),
    '',
    ...(nextChair === null ? [] : ['IV. CỤM TRƯỞNG, CỤM PHÓ NĂM SAU', `${nextChair}.`, '']),
    nextChair === null ? 'IV. KẾT LUẬN' : 'V. KẾT LUẬN',
    '…',
    '',
    `Hội nghị kết thúc hồi … cùng ngày. Biên bản được thông qua tại Hội nghị.`,
    '',
    `THƯ KÝ: ${secretary || '…'}`,
    `CHỦ TRÌ: ${chairedBy || '…'}`,
  ].join('\n');
}

function attendanceLines(delegates: readonly MinutesDelegate[]): string[] {
  const { presentCount, invitedCount } = attendanceTotals(delegates);
  const marked = delegates.some(({ attendance }) => attendance === 'present');
  // Before anybody is marked the list is of those invited, and the text says so.
  const here = delegates.filter(({ attendance }) => (marked ? attendance === 'present' : attendance !== 'absent'));
  const absent = delegates.filter(({ attendance }) => attendance === 'absent');
  const part = (role: DelegateRole) => here.filter((one) => one.role === role).map((one) => `- ${personText(one)}`);
  const group = (head: string, lines: readonly string[]) => [head, ...(lines.length > 0 ? lines : ['- …'])];
  return [
    ...group('3. Chủ tọa:', part('presidium')),
    ...group('4. Khách mời:', part('guest')),
    ...group('5. Đại biểu:', part('delegate')),
    marked
      ? `6. Tổng số có mặt: ${presentCount}/${invitedCount} người.`
      : `6. Tổng số mời: ${invitedCount} người (chưa điểm danh).`,
    ...(absent.length > 0 ? [`7. Vắng mặt: ${absent.map((one) => personText(one)).join('; ')}.`] : []),
  ];
}

function personText({ unitName, organization, name, positionHeld, headcount, presentCount }: MinutesDelegate): string {
  // A delegation is known by its unit, a person by the name.
  const delegation = unitName ? `Đoàn ${unitName}` : '';
  const about = [name ? '' : delegation, name, positionHeld, name ? delegation : '', organization];
  const who = about.filter(Boolean).join(', ');
  const count = presentCount ?? headcount;
  return name && count === 1 ? who : `${who}: ${count} người`;
}

function recommendationLine({ number, content, madeBy, leadOffice, dueOn }: MinutesRecommendation): string {
  const more = [leadOffice && `chủ trì: ${leadOffice}`, dueOn && `thời hạn: ${formatDate(dueOn)}`].filter(Boolean);
  return `${number}. ${content} (${[madeBy, ...more].join('; ')}).`;
}

const numbered = (index: number, text: string) => `${index + 1}. ${text}.`;
/** A title that does not say what it is gets the word before it. */
const namedTitle = (title: string) => (title.startsWith('Hội nghị') ? title : `Hội nghị “${title}”`);
