import type { Nomination } from '#client/nominations/nomination-types.ts';

export const NOMINATION_ID = '0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42';
export const open = { offered: true, allowed: true, reasons: [] };
export const closed = { offered: false, allowed: false, reasons: [] };

/** A dossier of Sơn La in the making, as the server answers it to the province itself. */
export function aNomination(change: Partial<Nomination> = {}): Nomination {
  return {
    id: NOMINATION_ID,
    version: 3,
    status: 'draft',
    recipientKind: 'individual',
    unitId: 'SL',
    unitName: 'Sơn La',
    name: 'Lò Thị Mẫu',
    printedName: '',
    printedPlace: '',
    salutation: null,
    sex: 'female',
    birthYear: 1988,
    positionHeld: 'Giáo viên',
    workplace: 'Trường Mầm non Chiềng Mẫu',
    personClass: 'frontline-worker',
    areaClass: 'region-3',
    isBorderArea: 1,
    isSmallCollective: 0,
    headcount: null,
    field: 'Giáo dục',
    achievement: 'Vận động trẻ ra lớp.',
    proposalNumber: '178/UBND-NC',
    proposalOn: '2024-01-15',
    submittedAt: null,
    supplementReason: null,
    supplementDueOn: null,
    checkNote: null,
    isDemo: 0,
    daysLate: 0,
    isOverQuota: false,
    quota: { most: 1, putForward: 1 },
    decision: null,
    duplicates: { awards: [], nominations: [] },
    files: [],
    year: {
      id: 'y',
      year: 2023,
      name: 'Năm thi đua 2023',
      clusterName: 'Cụm A',
      closesOn: '2024-01-22',
      standingOffice: 'Sở Nội vụ tỉnh Lạng Sơn',
    },
    actions: { save: open, submit: open, withdraw: open, check: closed, askSupplement: closed, refuse: closed },
    ...change,
  } as unknown as Nomination;
}
