import { fieldId } from '#client/core/form/field-id.ts';
import { cellField } from '#shared/reports/reports.rules.ts';

/** Ids of the inputs of a row, column by column; the error summary links to the first. */
export const gridIds = (indicatorVersionId: string) => ({
  value: fieldId(cellField(indicatorVersionId)),
  valueStatus: fieldId(`${cellField(indicatorVersionId)}.valueStatus`),
  sourceOffice: fieldId(`${cellField(indicatorVersionId)}.sourceOffice`),
  note: fieldId(`${cellField(indicatorVersionId)}.note`),
});
