import * as z from 'zod/mini';
import { reportPeriod } from '#shared/reports/reports.schema.ts';

/** Which period the address asks for; the year-end report unless told (`?ky=mid-year`). */
export const periodFilter = z.object({ ky: z._default(reportPeriod, 'year-end') });
