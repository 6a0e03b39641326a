import { CHAIR_STAFF, OWN_STAFF, READERS, type Rule, UNIT_DESK } from '#shared/accounts/grants.ts';

/** The part of the table of rights (permissions.ts) that is about reports. */
export const REPORT_PERMISSIONS = {
  'reports.byId': READERS,
  'reports.cellVersions': READERS,
  'reports.pinFile': OWN_STAFF,
  'reports.inbox': READERS,
  'reports.summary': READERS,
  'reports.series': READERS,
  'reports.saveSummaryNote': CHAIR_STAFF,
  'reports.setStockFlow': CHAIR_STAFF,
  'reports.saveCells': OWN_STAFF,
  'reports.downloadWorkbook': OWN_STAFF,
  'reports.uploadWorkbook': OWN_STAFF,
  'reports.compareWorkbook': OWN_STAFF,
  'reports.takeWorkbook': OWN_STAFF,
  'reports.saveNarrative': OWN_STAFF,
  'reports.saveSections': OWN_STAFF,
  'reports.headings': READERS,
  'reports.saveHeadings': CHAIR_STAFF,
  'reports.send': OWN_STAFF,
  'reports.askSupplement': CHAIR_STAFF,
  'reports.receive': CHAIR_STAFF,
  'reports.consolidate': CHAIR_STAFF,
  'reports.undoConsolidation': [{ roles: ['approver'], scope: 'chair' }],

  // The chair's standing office asks, the reporters of the unit answer.
  'reviewing.comment': [...OWN_STAFF, ...CHAIR_STAFF],
  'reviewing.settle': CHAIR_STAFF,
  'reviewing.reopen': CHAIR_STAFF,
  'reviewing.lock': CHAIR_STAFF,
  'reviewing.remind': CHAIR_STAFF,
  'reviewing.board': READERS,

  'collecting.ofReport': OWN_STAFF,
  'collecting.ask': OWN_STAFF,
  'collecting.setDue': OWN_STAFF,
  'collecting.makeLink': OWN_STAFF,
  'collecting.revokeLink': OWN_STAFF,
  'collecting.askAgain': OWN_STAFF,
  'collecting.withdraw': OWN_STAFF,
  'collecting.merge': OWN_STAFF,
  // The office that is asked: whoever reports or works for that unit.
  'collecting.mine': UNIT_DESK,
  'collecting.byId': UNIT_DESK,
  'collecting.answer': UNIT_DESK,
  // Whoever has the link of one request; the link is the proof.
  'collecting.openLink': 'public',
  'collecting.answerLink': 'public',
} as const satisfies Record<string, Rule>;
