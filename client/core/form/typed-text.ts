import { useState } from 'react';

type Options<Value> = {
  value: Value;
  onChange: (value: Value) => void;
  /** A value as it stands in the field. */
  shown: (value: Value) => string;
  /** What the form gets for a text. */
  meaning: (text: string) => Value;
  /** Whether a value that came from outside is to be judged at once. */
  isJudged: (value: Value) => boolean;
};

/**
 * The text of a field whose value is something else: what is typed is never rewritten while typing. A value from
 * outside (a saved draft, a calendar, a reset) replaces the text; the field's own echo does not.
 */
export function useTypedText<Value>({ value, onChange, shown, meaning, isJudged }: Options<Value>) {
  const [text, setText] = useState(() => shown(value));
  const [sent, setSent] = useState(value);
  const [touched, setTouched] = useState(() => isJudged(value));
  if (value !== sent) {
    setSent(value);
    setText(shown(value));
    setTouched(isJudged(value));
  }
  const send = (next: Value) => {
    setSent(next);
    onChange(next);
  };
  const type = (next: string) => {
    setText(next);
    setTouched(false);
    send(meaning(next));
  };
  return { text, setText, sent, send, type, touched, setTouched };
}
