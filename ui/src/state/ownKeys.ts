/** Keys of the person's own: each stands for the usual key of its command, which stands for nothing then. */
import { texts } from '../texts';
import { type Command, commands, keyOf, written } from './commands';
import type { Room } from './room.svelte';

const ARROWS: Record<string, string> = {
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  Space: ' ',
};

/** Whether a key types nothing: it has Ctrl or Alt, or is one of those above the others. */
const typesNothing = (key: string) => /^(Ctrl|Alt)\+|^(Shift\+)?F\d+$/.test(key);

/** The event of a key that is written as in the table of commands. */
export function eventOf(key: string): KeyboardEvent {
  const parts = key.split('+');
  const last = parts.at(-1) ?? '';
  return new KeyboardEvent('keydown', {
    key: ARROWS[last] ?? last,
    // By the letter that is on the key, which is how the text knows one with Shift.
    keyCode: last.length === 1 ? last.charCodeAt(0) : 0,
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    bubbles: true,
    cancelable: true,
  });
}

/** A key that a list can have: it is seen on the keyboard and beside what it does. */
const LETTER = /^(Shift\+)?\p{L}$/u;

const isTypedInto = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

const isInText = (target: EventTarget | null) =>
  target instanceof Element && target.closest('.cm-content') !== null;

/**
 * Whether a command has given its usual key up where this key was pressed. A key that types goes on typing,
 * Space pressing what has the keyboard, and a field has the text's keys for itself.
 */
const hasMoved = (room: Room, command: Command, target: EventTarget | null) =>
  keyOf(room, command) !== command.key &&
  (typesNothing(command.key) || LETTER.test(command.key)) &&
  (command.of !== 'text' || isInText(target));

/** What is being told in the place of a key of the person's own. */
let standingFor: KeyboardEvent | null = null;

/**
 * Tells the usual key in the place of the person's own, to whoever has the keyboard. Says whether the key
 * has been dealt with, also where it stands for nothing any more. Nobody else may have heard of it yet.
 */
export function takeOver(room: Room, event: KeyboardEvent): boolean {
  const own = room.preferences.settings.keys;
  if (event === standingFor || event.isComposing || Object.keys(own).length === 0) return false;
  const key = written(event);
  if (isTypedInto(event.target) && !typesNothing(key)) return false;
  // A key that the settings give to two stands for neither.
  const [command, other] = commands.filter(({ id }) => own[id] === key);
  if (!command || other) {
    const usual = commands.filter((one) => one.key === key);
    return usual.length > 0 && usual.every((one) => hasMoved(room, one, event.target));
  }
  if (command.key === key) return false;
  const told = eventOf(command.key);
  standingFor = told;
  (event.target ?? window).dispatchEvent(told);
  standingFor = null;
  // What the web view does by itself, such as pasting, it does for no key but a pressed one.
  if (command.of === 'text' && !told.defaultPrevented && isInText(event.target)) command.run(room);
  return true;
}

const fits = ({ of }: Command, key: string) => (of === 'list' ? LETTER.test(key) : typesNothing(key));

/**
 * Gives a command a key, or its usual one back. A sentence says why not, and then nothing has changed.
 */
export function rekey(room: Room, command: Command, key: string | null): string | null {
  const wanted = key ?? command.key;
  if (wanted !== command.key && !fits(command, wanted))
    return command.of === 'list' ? texts.keyNoLetter(wanted) : texts.keyTypes(wanted);
  const taken = commands.find((other) => other !== command && keyOf(room, other) === wanted);
  if (taken) return texts.keyTaken(wanted, taken.name);
  const { [command.id]: _, ...rest } = room.preferences.settings.keys;
  room.preferences.keep({ keys: wanted === command.key ? rest : { ...rest, [command.id]: wanted } });
  return null;
}
