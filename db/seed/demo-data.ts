import { readDataFile } from '#db/seed/data-file.ts';
import type { AimLens } from '#shared/care/care.schema.ts';
import type { StageKind } from '#shared/clusters/clusters.schema.ts';
import type { ExemplarKind } from '#shared/exemplars/exemplars.schema.ts';
import type { Aggregation, Better, IndicatorKind } from '#shared/indicators/indicators.schema.ts';
import type { MovementKind, MovementLevel } from '#shared/movements/movements.schema.ts';
import type { CommendationWay, NominationDraft } from '#shared/nominations/nominations.schema.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

type ByUnit = Record<string, number | null>;

export type DemoIndicator = {
  code: string;
  name: string;
  unitOfMeasure: string;
  kind: IndicatorKind;
  aggregation: Aggregation;
  weightIndicatorCode: string | null;
  better: Better;
  decimals: number;
  sourceOffice: string;
  paperWording: string | null;
  isHeadline: boolean;
  position: number;
  lastYear: ByUnit;
  target: ByUnit;
  actual: ByUnit;
  nextTarget: ByUnit;
};
export type DemoRecipient = Omit<NominationDraft, 'isBorderArea' | 'isSmallCollective'> & {
  id: string;
  recipientKind: RecipientKind;
  unitId: string;
  isBorderArea: boolean;
  isSmallCollective: boolean;
  ethnicity: string | null;
  proposalOn: string;
};
export type DemoExemplar = {
  kind: ExemplarKind;
  unitId: string;
  title: string;
  presenter: string | null;
  place: string;
  field: string;
  story: string;
};
export type DemoMovement = {
  level: MovementLevel;
  unitId: string | null;
  years: number[];
  name: string;
  kind: MovementKind;
  launchedBy: string;
  goal: string;
  periodFrom: string;
  periodTo: string;
};
export type DemoData = {
  about: { source: string };
  exemplars: DemoExemplar[];
  movements: DemoMovement[];
  cluster: {
    clusterId: string;
    year: number;
    name: string;
    startsOn: string;
    endsOn: string;
    chairUnitId: string;
    deputyChairUnitId: string | null;
    chairPerson: string;
    standingOffice: string;
    handOverOn: string;
    memberUnitIds: string[];
    movementIds: string[];
  };
  nextYear: {
    year: number;
    chairUnitId: string;
    deputyChairUnitId: string;
    launch: string[];
    pledgeSigners: { unitId: string; signedOn: string; capacity: string; name: string | null }[];
  };
  stages: { kind: StageKind; name: string; opensOn: string; closesOn: string; dueNote: string | null }[];
  indicators: DemoIndicator[];
  decision: {
    awardCode: string;
    place: string;
    issuerLine: string;
    headerOrg: string;
    subject: string;
    way: CommendationWay;
    signatoryCapacity: string;
    signatoryName: string;
    legalBases: string[];
    articles: string[];
    submissionLetter: string;
    commonSentence: string;
    registerFrom: number;
  };
  recipients: DemoRecipient[];
  conference: {
    on: string;
    place: string;
    title: string;
    agenda: { time: string; what: string; who: string; isInvented: boolean }[];
  };
  recommendations: {
    number: number;
    text: string;
    by: string;
    lead: string;
    coordinate: string;
    dueOn: string;
    measure: string;
  }[];
  careAims: { code: AimLens; text: string }[];
};

/** The demo year 2023 of the seven-province cluster; what in it is invented is said in the file itself. */
export const demoData = (): DemoData => readDataFile<DemoData>('demo-2023.json');
