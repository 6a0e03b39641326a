import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import {
  type ChangeEvent,
  type CompositionEvent,
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';

/** UniKey sends a vowel as several strokes within a few ms: ask when they have settled. */
const SETTLED_MS = 40;

type Props = {
  label: string;
  placeholder: string;
  /** What the list is asked for; changes from elsewhere (Back, "Xóa lọc") show in the box. */
  value: string;
  /** Must not change between drawings. */
  onAsk: (text: string) => void;
  className?: string | undefined;
};

/** The search of a list, asked as one types; "/" puts the cursor into it, Esc empties it. */
export const SearchBox = memo(function SearchBox({ label, placeholder, value, onAsk, className }: Props) {
  const [typed, setTyped] = useState(value);
  const asked = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    clearTimeout(timer.current);
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSlash(box);

  function settle(text: string, after: number): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const wanted = text.trim().normalize('NFC');
      if (wanted === asked.current) return;
      asked.current = wanted;
      onAsk(wanted);
    }, after);
  }
  function type(event: ChangeEvent<HTMLInputElement>): void {
    const text = event.currentTarget.value;
    setTyped(text);
    if (!(event.nativeEvent as InputEvent).isComposing) settle(text, SETTLED_MS);
  }
  function press(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') settle(typed, 0);
    if (event.key !== 'Escape' || typed === '') return;
    event.preventDefault();
    setTyped('');
    settle('', 0);
  }

  return (
    <TextInput
      ref={box}
      type="search"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      maxLength={200}
      onChange={type}
      onCompositionEnd={(event: CompositionEvent<HTMLInputElement>) => settle(event.currentTarget.value, 0)}
      onKeyDown={press}
      className={className ?? ''}
    />
  );
});

/** "/" anywhere on the page but in a field or a dialog. */
function useSlash(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent): void {
      if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const { activeElement } = document;
      if (activeElement?.closest('input, textarea, select, [contenteditable], [role="dialog"]')) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [box]);
}
