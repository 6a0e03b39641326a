import type { Actor } from '#shared/accounts/accounts.schema.ts';
import {
  AWARD_READERS,
  CHAIR_STAFF,
  CLUSTER_ORGANIZERS,
  CLUSTER_READERS,
  DECISION_READERS,
  EXEMPLAR_EDITORS,
  IMPORT_READERS,
  IMPORTERS,
  JOB_KEEPERS,
  MERGE_READERS,
  MERGERS,
  MOVEMENT_KEEPERS,
  MOVEMENT_WRITERS,
  OFFICE_STAFF,
  ONCE_CHAIR,
  OWN_STAFF,
  PLEDGE_SIGNERS,
  READERS,
  RECIPIENT_EDITORS,
  RECIPIENT_SECRETS,
  REPLICATION_READERS,
  type Rule,
  SENSITIVE_READERS,
  UNIT_DESK,
  YEAR_PREPARERS,
} from '#shared/accounts/grants.ts';
import { REPORT_PERMISSIONS } from '#shared/accounts/report-permissions.ts';

/**
 * Who may call which procedure, and on whose records. One table; what is not in it does not exist (deny by
 * default, and the server refuses to start with a procedure that has no line here). The state of the record is
 * decided by the rules of its feature; both are read together by the permission matrix test.
 */
export const PERMISSIONS = {
  'accounts.me': 'signed-in',
  'accounts.demo': 'public',
  'accounts.setLanguage': 'signed-in',

  'dashboard.overview': 'signed-in',

  'units.list': 'signed-in',
  'units.byId': 'signed-in',
  'units.today': 'signed-in',
  'units.preview': [{ roles: ['admin'], scope: 'system' }],
  'units.change': [{ roles: ['admin'], scope: 'system' }],

  'clusters.list': READERS,
  'clusters.workspace': READERS,
  'clusters.catalogue': CLUSTER_READERS,
  'clusters.byId': CLUSTER_READERS,
  'clusters.create': CLUSTER_ORGANIZERS,
  // The unit that leads a cluster keeps its documents; name, members and years are the organiser's.
  'clusters.save': YEAR_PREPARERS,
  'clusters.unitsToAdd': CLUSTER_ORGANIZERS,
  'clusters.addMember': CLUSTER_ORGANIZERS,
  'clusters.endMember': CLUSTER_ORGANIZERS,
  // A year is opened, planned and published by the unit that leads the cluster, or by its organiser.
  'clusters.yearForm': YEAR_PREPARERS,
  'clusters.openYear': YEAR_PREPARERS,
  'clusters.saveYear': YEAR_PREPARERS,
  // A draft is read by those who prepare it: the organiser and the unit that leads the cluster.
  'clusters.yearPlan': [...READERS, ...YEAR_PREPARERS],
  'clusters.publishYear': YEAR_PREPARERS,
  'clusters.dropYear': YEAR_PREPARERS,
  'clusters.archiveYear': CLUSTER_ORGANIZERS,
  'clusters.restoreYear': CLUSTER_ORGANIZERS,
  'clusters.handOver': READERS,
  // Whoever leads on the day: the former chair before, the new one after.
  'clusters.handOverPack': [{ roles: ['admin'], scope: 'system' }, ...CHAIR_STAFF],
  'clusters.setHandOver': [
    { roles: ['admin'], scope: 'system' },
    { roles: ['approver'], scope: 'chair' },
  ],

  'indicators.list': CLUSTER_READERS,
  'indicators.byId': CLUSTER_READERS,
  // Common indicators are the administrator's; a unit keeps its own.
  'indicators.create': CLUSTER_ORGANIZERS,
  'indicators.save': CLUSTER_ORGANIZERS,
  'indicators.addVersion': CLUSTER_ORGANIZERS,
  'indicators.close': CLUSTER_ORGANIZERS,
  'indicators.ofYear': [...READERS, ...CLUSTER_ORGANIZERS, ...CHAIR_STAFF],
  'indicators.setOfYear': [...CLUSTER_ORGANIZERS, ...CHAIR_STAFF],

  'pledges.ofYear': READERS,
  'pledges.print': READERS,
  'pledges.ledger': READERS,
  // As the plan of the year that it belongs to.
  'pledges.rule': [...READERS, ...YEAR_PREPARERS],
  'pledges.saveRule': YEAR_PREPARERS,
  'pledges.saveProgress': OWN_STAFF,
  'pledges.create': CHAIR_STAFF,
  'pledges.saveText': CHAIR_STAFF,
  'pledges.saveTargets': OWN_STAFF,
  'pledges.consult': CHAIR_STAFF,
  'pledges.returnToDraft': CHAIR_STAFF,
  'pledges.giveOpinion': OWN_STAFF,
  'pledges.agree': CHAIR_STAFF,
  'pledges.openSigning': CHAIR_STAFF,
  'pledges.sign': PLEDGE_SIGNERS,
  'pledges.correctSignature': PLEDGE_SIGNERS,
  'pledges.publish': CHAIR_STAFF,
  'pledges.reopen': [{ roles: ['approver'], scope: 'chair' }],

  ...REPORT_PERMISSIONS,

  'nominations.list': READERS,
  'nominations.byId': READERS,
  'nominations.create': OWN_STAFF,
  'nominations.save': OWN_STAFF,
  'nominations.submit': OWN_STAFF,
  'nominations.withdraw': OWN_STAFF,
  'nominations.check': CHAIR_STAFF,
  'nominations.askSupplement': CHAIR_STAFF,
  'nominations.refuse': CHAIR_STAFF,
  'nominations.readEthnicity': [...SENSITIVE_READERS, ...OWN_STAFF],
  'nominations.setEthnicity': OWN_STAFF,

  'care.ofYear': READERS,
  'care.ofList': READERS,
  'care.rows': READERS,
  'care.minorityRows': SENSITIVE_READERS,
  'care.setAims': CHAIR_STAFF,

  'conferences.ofYear': READERS,
  'conferences.create': CHAIR_STAFF,
  'conferences.save': CHAIR_STAFF,
  'conferences.saveAgenda': CHAIR_STAFF,
  'conferences.saveMinutes': CHAIR_STAFF,
  'conferences.closeMinutes': CHAIR_STAFF,
  'conferences.correctMinutes': [{ roles: ['approver'], scope: 'chair' }],
  'conferences.saveNextChair': CHAIR_STAFF,
  'conferences.addDelegate': CHAIR_STAFF,
  'conferences.saveDelegate': CHAIR_STAFF,
  'conferences.removeDelegate': CHAIR_STAFF,
  'conferences.markAttendance': CHAIR_STAFF,
  'conferences.pack': CHAIR_STAFF,
  'conferences.invitations': CHAIR_STAFF,
  'conferences.markSent': CHAIR_STAFF,
  // The former chair reads on what it sent.
  'conferencePacks.ofYear': [...CHAIR_STAFF, ...ONCE_CHAIR],
  'conferencePacks.make': CHAIR_STAFF,
  'conferencePacks.markSent': CHAIR_STAFF,
  'conferencePacks.templates': CHAIR_STAFF,
  'conferencePacks.uploadTemplate': CHAIR_STAFF,
  'conferencePacks.useTemplate': CHAIR_STAFF,
  'conferencePacks.useBuiltIn': CHAIR_STAFF,
  'conferences.confirmDelegate': OWN_STAFF,

  'recommendations.ofYear': READERS,
  'recommendations.create': CHAIR_STAFF,
  'recommendations.save': CHAIR_STAFF,
  'recommendations.remove': CHAIR_STAFF,
  'recommendations.reportTask': OWN_STAFF,

  'exemplars.list': READERS,
  'exemplars.byId': READERS,
  'exemplars.options': READERS,
  'exemplars.create': EXEMPLAR_EDITORS,
  'exemplars.save': EXEMPLAR_EDITORS,
  'exemplars.remove': EXEMPLAR_EDITORS,
  'exemplars.saveEffects': EXEMPLAR_EDITORS,
  'exemplars.askSharing': EXEMPLAR_EDITORS,
  'exemplars.decideSharing': [{ roles: ['approver'], scope: 'chair' }],
  // Approved for everybody who reads exemplars of some cluster.
  'exemplars.bank': READERS,
  'exemplars.bankFields': READERS,
  'exemplars.fields': READERS,
  'exemplars.setFields': CHAIR_STAFF,
  'exemplars.suggestions': UNIT_DESK,
  'exemplars.dismissSuggestion': UNIT_DESK,

  // Both sides, and the chairs of their clusters.
  'replications.list': REPLICATION_READERS,
  'replications.byId': REPLICATION_READERS,
  'replications.create': UNIT_DESK,
  'replications.save': UNIT_DESK,
  'replications.setStatus': UNIT_DESK,
  'replications.addEntry': UNIT_DESK,
  'replications.removeEntry': UNIT_DESK,
  'replications.saveResults': UNIT_DESK,

  // Of a draft as its plan: by those who prepare it.
  'movements.ofYear': [...READERS, ...YEAR_PREPARERS],
  'movements.create': MOVEMENT_WRITERS,
  'movements.save': MOVEMENT_WRITERS,
  'movements.takeUp': MOVEMENT_KEEPERS,
  'movements.drop': MOVEMENT_KEEPERS,
  'movements.saveLaunch': CHAIR_STAFF,
  'movements.send': CHAIR_STAFF,
  'movements.confirm': UNIT_DESK,
  'movements.saveReview': MOVEMENT_KEEPERS,

  'registrations.ofYear': READERS,
  'registrations.save': UNIT_DESK,
  'registrations.send': UNIT_DESK,
  'registrations.recall': UNIT_DESK,

  'decisions.list': DECISION_READERS,
  'decisions.byId': DECISION_READERS,
  'decisions.create': CHAIR_STAFF,
  'decisions.save': OFFICE_STAFF,
  'decisions.setItems': OFFICE_STAFF,
  'decisions.setSentence': OFFICE_STAFF,
  'decisions.submit': OFFICE_STAFF,
  'decisions.returnToDraft': OFFICE_STAFF,
  'decisions.recordSigned': OFFICE_STAFF,
  'decisions.issue': OFFICE_STAFF,
  'decisions.cancel': [{ roles: ['approver'], scope: 'office' }],

  'certificates.ofDecision': DECISION_READERS,
  'certificates.byId': AWARD_READERS,
  'certificates.advance': OFFICE_STAFF,
  'certificates.print': OFFICE_STAFF,

  'awards.list': AWARD_READERS,
  'awards.byId': AWARD_READERS,
  'awards.aggregate': AWARD_READERS,
  'awards.count': AWARD_READERS,
  'awards.suggest': AWARD_READERS,
  'awards.filterEthnicity': SENSITIVE_READERS,
  'awards.record': [{ roles: ['specialist'], scope: 'own' }],
  'awards.forms': 'signed-in',
  'awards.filters': 'signed-in',

  'recipients.list': AWARD_READERS,
  'recipients.byId': AWARD_READERS,
  'recipients.awards': AWARD_READERS,
  'recipients.lookAlikes': RECIPIENT_EDITORS,
  'recipients.create': RECIPIENT_EDITORS,
  'recipients.save': RECIPIENT_EDITORS,
  'recipients.rename': RECIPIENT_EDITORS,
  'recipients.move': RECIPIENT_EDITORS,
  'recipients.setCccd': RECIPIENT_EDITORS,
  'recipients.revealCccd': RECIPIENT_SECRETS,
  'recipients.readEthnicity': RECIPIENT_SECRETS,
  'recipients.setEthnicity': RECIPIENT_EDITORS,
  'recipients.addHold': RECIPIENT_EDITORS,
  'recipients.liftHold': RECIPIENT_EDITORS,
  'recipients.addLine': RECIPIENT_EDITORS,
  'recipients.removeLine': RECIPIENT_EDITORS,

  'savedViews.list': 'signed-in',
  'savedViews.create': 'signed-in',
  'savedViews.save': 'signed-in',
  // For the unit; the default of a role is the administrator's.
  'savedViews.share': [
    { roles: ['admin'], scope: 'system' },
    { roles: ['specialist', 'approver'], scope: 'own' },
  ],
  'savedViews.remove': 'signed-in',
  'savedViews.saveLayout': 'signed-in',

  'duplicates.list': MERGE_READERS,
  'duplicates.overview': MERGE_READERS,
  'duplicates.byId': MERGE_READERS,
  'duplicates.merges': MERGE_READERS,
  'duplicates.merge': MERGERS,
  'duplicates.dismiss': MERGERS,
  'duplicates.reopen': MERGERS,
  'duplicates.undo': MERGERS,
  'duplicates.find': MERGERS,
  'duplicates.propose': MERGERS,

  'files.upload': [
    { roles: ['admin'], scope: 'system' },
    { roles: ['reporter'], scope: 'own' },
    { roles: ['specialist', 'approver'], scope: 'own' },
  ],
  'files.download': READERS,
  'files.remove': [
    { roles: ['admin'], scope: 'system' },
    { roles: ['reporter'], scope: 'own' },
    { roles: ['specialist', 'approver'], scope: 'own' },
  ],

  'imports.start': IMPORTERS,
  'imports.options': IMPORTERS,
  'imports.template': IMPORTERS,
  'imports.list': IMPORT_READERS,
  'imports.byId': IMPORT_READERS,
  'imports.rows': IMPORT_READERS,
  'imports.choices': IMPORTERS,
  'imports.badRows': IMPORTERS,
  'imports.passwords': [{ roles: ['admin'], scope: 'system' }],
  'imports.choose': IMPORTERS,
  'imports.correct': IMPORTERS,
  'imports.skip': IMPORTERS,
  'imports.decide': IMPORTERS,
  'imports.confirm': IMPORTERS,
  'imports.cancel': IMPORTERS,
  'imports.undo': IMPORTERS,

  'audit.ofRecord': READERS,
  'audit.list': [{ roles: ['admin', 'auditor'], scope: 'system' }],

  'jobs.list': JOB_KEEPERS,
  'jobs.byId': JOB_KEEPERS,
  'jobs.cancel': JOB_KEEPERS,
  'jobs.retry': JOB_KEEPERS,
  'notices.unread': 'signed-in',
  'notices.list': 'signed-in',
  'notices.markRead': 'signed-in',

  // What is in the file is decided by the list's own line (awards.list, recipients.list).
  'exports.preview': 'signed-in',
  'exports.start': 'signed-in',

  // Which letters one gets is one's own business; the outbox is the administrator's.
  'mail.settings': 'signed-in',
  'mail.saveSettings': 'signed-in',
  'mail.previewDigest': 'signed-in',
  'mail.recipients': [{ roles: ['admin'], scope: 'system' }],
  'mail.saveAddressOf': [{ roles: ['admin'], scope: 'system' }],
  'mail.state': [{ roles: ['admin'], scope: 'system' }],
  'mail.list': [{ roles: ['admin'], scope: 'system' }],
  'mail.byId': [{ roles: ['admin'], scope: 'system' }],
  'mail.resend': [{ roles: ['admin'], scope: 'system' }],
  'mail.drop': [{ roles: ['admin'], scope: 'system' }],
  'mail.test': [{ roles: ['admin'], scope: 'system' }],

  'dumps.list': [{ roles: ['admin'], scope: 'system' }],
  'dumps.start': [{ roles: ['admin'], scope: 'system' }],
  'dumps.openDownload': [{ roles: ['admin'], scope: 'system' }],
  'dumps.remove': [{ roles: ['admin'], scope: 'system' }],

  'training.state': [{ roles: ['admin'], scope: 'system' }],
  'training.start': [{ roles: ['admin'], scope: 'system' }],
  'training.reset': [{ roles: ['admin'], scope: 'system' }],
  'training.remove': [{ roles: ['admin'], scope: 'system' }],
  // Whoever has an account practises with the rights of that account.
  'training.enter': 'signed-in',

  'demo.edges': READERS,
  'demo.setToday': 'signed-in',
  'demo.reset': 'signed-in',
} as const satisfies Record<string, Rule>;

export type Procedure = keyof typeof PERMISSIONS;

export function ruleOf(procedure: string): Rule | undefined {
  return Object.hasOwn(PERMISSIONS, procedure) ? PERMISSIONS[procedure as Procedure] : undefined;
}

/**
 * What of the database a call may touch: everything, or the records reached through the person's units.
 * It goes into the SQL of every query (db/accounts/scope.ts); a record outside answers "not found".
 */
export type Access = {
  all: boolean;
  cluster: readonly string[];
  chair: readonly string[];
  own: readonly string[];
  office: readonly string[];
  /** Business day: the chair of a cluster changes with the hand-over. */
  today: string;
};

export const NO_ACCESS: Access = { all: false, cluster: [], chair: [], own: [], office: [], today: '' };

/** The access this person has in this procedure; undefined when no role of theirs opens it at all. */
export function accessFor(actor: Actor, procedure: Procedure): Access | undefined {
  const rule: Rule = PERMISSIONS[procedure];
  if (rule === 'public' || rule === 'signed-in') return NO_ACCESS;
  const access = {
    all: false,
    cluster: new Set<string>(),
    chair: new Set<string>(),
    own: new Set<string>(),
    office: new Set<string>(),
  };
  let granted = false;
  for (const { roles, scope } of rule)
    for (const held of actor.roles) {
      if (!roles.includes(held.role)) continue;
      if (scope === 'system') {
        if (held.unitId !== null) continue;
        access.all = true;
      } else if (scope === 'self') granted = true;
      else if (held.unitId) access[scope].add(held.unitId);
      else continue;
      granted = true;
    }
  if (!granted) return undefined;
  return {
    all: access.all,
    cluster: [...access.cluster],
    chair: [...access.chair],
    own: [...access.own],
    office: [...access.office],
    today: actor.today,
  };
}

/** The procedures this person's roles open, for buttons that explain themselves. */
export function proceduresOf(actor: Actor): Procedure[] {
  return (Object.keys(PERMISSIONS) as Procedure[]).filter((procedure) => accessFor(actor, procedure) !== undefined);
}
