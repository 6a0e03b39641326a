import { ACCOUNT_REASONS } from '#shared/accounts/accounts.reasons.ts';
import { CERTIFICATE_REASONS } from '#shared/certificates/certificates.reasons.ts';
import { CLUSTER_REASONS } from '#shared/clusters/clusters.reasons.ts';
import type { Words } from '#shared/core/wording.ts';
import { DECISION_REASONS } from '#shared/decisions/decisions.reasons.ts';
import { DEMO_REASONS } from '#shared/demo/demo.reasons.ts';
import { FILE_REASONS } from '#shared/files/files.reasons.ts';
import { INPUT_REASONS } from '#shared/input.reasons.ts';
import { NOMINATION_REASONS } from '#shared/nominations/nominations.reasons.ts';
import { REGISTRY_REASONS } from '#shared/registry/registry.reasons.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';

/** Every code a refusal can carry, worded once. A test asks that no code in the sources is missing here. */
export const REASON_WORDS: Words = {
  ...INPUT_REASONS,
  ...ACCOUNT_REASONS,
  ...REPORT_REASONS,
  ...NOMINATION_REASONS,
  ...DECISION_REASONS,
  ...CERTIFICATE_REASONS,
  ...REGISTRY_REASONS,
  ...FILE_REASONS,
  ...CLUSTER_REASONS,
  ...DEMO_REASONS,
};
