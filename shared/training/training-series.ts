/** Stands behind numbers and symbols of documents in the training copy: '372/QĐ-UBND-TH' is of no real series. */
export const TRAINING_SERIES = '-TH';

/** The symbol of decisions that are made in the copy. */
export const trainingDocumentType = (documentType: string): string => `${documentType}${TRAINING_SERIES}`;

/** A number of the golden book as the copy prints it: 'TH-12'. */
export const trainingBookNumber = (number: number): string => `TH-${number}`;
