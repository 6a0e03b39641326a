import { ACCOUNT_REASONS } from '#shared/accounts/accounts.reasons.ts';
import { CARE_REASONS } from '#shared/care/care.reasons.ts';
import { CERTIFICATE_REASONS } from '#shared/certificates/certificates.reasons.ts';
import { CLUSTER_REASONS } from '#shared/clusters/clusters.reasons.ts';
import { YEAR_REASONS } from '#shared/clusters/years.reasons.ts';
import { CONFERENCE_REASONS } from '#shared/conferences/conferences.reasons.ts';
import { NEXT_CHAIR_REASONS } from '#shared/conferences/next-chair.reasons.ts';
import { PACK_REASONS } from '#shared/conferences/packs.reasons.ts';
import type { Words } from '#shared/core/wording.ts';
import { DECISION_REASONS } from '#shared/decisions/decisions.reasons.ts';
import { DEMO_REASONS } from '#shared/demo/demo.reasons.ts';
import { DUMP_REASONS } from '#shared/dumps/dumps.reasons.ts';
import { DUPLICATE_REASONS } from '#shared/duplicates/duplicates.reasons.ts';
import { EXEMPLAR_REASONS } from '#shared/exemplars/exemplars.reasons.ts';
import { EXPORT_REASONS } from '#shared/exports/exports.reasons.ts';
import { FILE_REASONS } from '#shared/files/files.reasons.ts';
import { IMPORT_REASONS } from '#shared/imports/imports.reasons.ts';
import { INDICATOR_REASONS } from '#shared/indicators/indicators.reasons.ts';
import { INPUT_REASONS } from '#shared/input.reasons.ts';
import { JOB_REASONS } from '#shared/jobs/jobs.reasons.ts';
import { MAIL_REASONS } from '#shared/mail/mail.reasons.ts';
import { MOVEMENT_REASONS } from '#shared/movements/movements.reasons.ts';
import { NOMINATION_REASONS } from '#shared/nominations/nominations.reasons.ts';
import { PAPER_REASONS } from '#shared/papers/papers.reasons.ts';
import { PLEDGE_RULE_REASONS } from '#shared/pledges/pledge-rule.reasons.ts';
import { PLEDGE_REASONS } from '#shared/pledges/pledges.reasons.ts';
import { PROGRESS_REASONS } from '#shared/pledges/progress.reasons.ts';
import { RECIPIENT_REASONS } from '#shared/recipients/recipients.reasons.ts';
import { REGISTRATION_REASONS } from '#shared/registrations/registrations.reasons.ts';
import { REGISTRY_REASONS } from '#shared/registry/registry.reasons.ts';
import { REPLICATION_REASONS } from '#shared/replications/replications.reasons.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';
import { COLLECTING_REASONS } from '#shared/reports/requests.reasons.ts';
import { REVIEWING_REASONS } from '#shared/reports/reviewing.reasons.ts';
import { WORKBOOK_REASONS } from '#shared/reports/workbook.reasons.ts';
import { SAVED_VIEW_REASONS } from '#shared/saved-views/saved-views.reasons.ts';
import { TRAINING_REASONS } from '#shared/training/training.reasons.ts';
import { UNIT_REASONS } from '#shared/units/units.reasons.ts';

/** Every code a refusal can carry, worded once. A test asks that no code in the sources is missing here. */
export const REASON_WORDS: Words = {
  ...INPUT_REASONS,
  ...ACCOUNT_REASONS,
  ...REPORT_REASONS,
  ...COLLECTING_REASONS,
  ...REVIEWING_REASONS,
  ...WORKBOOK_REASONS,
  ...NOMINATION_REASONS,
  ...DECISION_REASONS,
  ...CERTIFICATE_REASONS,
  ...CARE_REASONS,
  ...PAPER_REASONS,
  ...PLEDGE_REASONS,
  ...PROGRESS_REASONS,
  ...PLEDGE_RULE_REASONS,
  ...REGISTRY_REASONS,
  ...DUPLICATE_REASONS,
  ...EXEMPLAR_REASONS,
  ...REPLICATION_REASONS,
  ...REGISTRATION_REASONS,
  ...MOVEMENT_REASONS,
  ...FILE_REASONS,
  ...CLUSTER_REASONS,
  ...YEAR_REASONS,
  ...INDICATOR_REASONS,
  ...UNIT_REASONS,
  ...CONFERENCE_REASONS,
  ...PACK_REASONS,
  ...NEXT_CHAIR_REASONS,
  ...DEMO_REASONS,
  ...RECIPIENT_REASONS,
  ...IMPORT_REASONS,
  ...JOB_REASONS,
  ...MAIL_REASONS,
  ...SAVED_VIEW_REASONS,
  ...DUMP_REASONS,
  ...TRAINING_REASONS,
  ...EXPORT_REASONS,
};
