/** Where every address of the training copy begins; it is part of links people keep. */
export const TRAINING_BASE = '/tap-huan';
