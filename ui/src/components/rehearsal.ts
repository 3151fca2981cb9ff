/**
 * What a key runs is run some hundred times where nobody sees it, before anybody types: the web view compiles
 * what has run often, and until it has, a key takes a third longer from the keyboard to the screen.
 */
import { Editor, type EditorEvents } from '../editor';
import type { Rehearsed } from '../host/rehearsed';
import { OpenDraft } from '../state/draft.svelte';
import { texts } from '../texts';
import { ProofPage } from './proof-page';

/** So many letters are typed; more take up to a hundred megabytes, and make a real key little faster. */
const LETTERS = 240;
/** So many of them in one frame: a real key may have to wait for these, and for no more. */
const TOGETHER = 4;
/** Milliseconds without a key after which it goes on: who types goes first. */
const PAUSE = 500;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const frame = () => new Promise(requestAnimationFrame);
const nothing = () => {};

/** Half of a place with a layout of its own. */
function column(stage: ShadowRoot): HTMLElement {
  const half = document.createElement('div');
  half.style.cssText = 'position: relative; float: left; width: 50%; height: 100%;';
  stage.append(half);
  return half;
}

/** What the editor tells; nobody wants to know the rest. */
function events(draft: OpenDraft): EditorEvents {
  return {
    change: (changes) => draft.changed(changes),
    caret: (pos, line, selected, here) => draft.caretAt(pos, line, selected, here),
    addPoint: nothing,
    removePoint: nothing,
    movePoint: nothing,
    pastePoints: () => false,
    pastePage: () => null,
    keepPictures: () => Promise.resolve([]),
    pastePicture: () => Promise.resolve([]),
    conflicts: nothing,
    marks: nothing,
    found: nothing,
    clipboard: () => Promise.resolve(''),
    copy: nothing,
    openLink: nothing,
  };
}

/** Types `letters` into the piece of `host`, a few with each frame, and leaves nothing behind. */
export async function rehearse(host: Rehearsed, letters = LETTERS): Promise<void> {
  const box = document.createElement('div');
  box.className = 'rehearsal';
  box.inert = true;
  // What is looked for in the page is not found in here.
  const stage = box.attachShadow({ mode: 'open' });
  const text = column(stage);
  const preview = column(stage);
  document.body.append(box);

  const draft = new OpenDraft(host, host.opened, nothing);
  const nonce = document.getElementById('nonce')?.nonce ?? '';
  const editor = new Editor(text, nonce, events(draft), texts);
  const page = new ProofPage(preview, draft, { toLine: nothing, openLink: nothing });
  draft.draw = () => page.draw();
  draft.follow = () => page.follow(draft.line);
  draft.show(editor);
  editor.misspell([...host.opened.text.matchAll(/Nobody/g)].map(({ index }) => [index, index + 6] as const));

  let typed = false;
  const hear = () => {
    typed = true;
  };
  window.addEventListener('keydown', hear, true);
  // Neither leaves the stage: the window does not take them for keys of the person.
  const key = { key: 'a', keyCode: 65, bubbles: true, cancelable: true };
  const letter = { inputType: 'insertText', data: 'a', bubbles: true, cancelable: true };
  const content = text.querySelector('[contenteditable]');
  try {
    for (let at = 0; at < letters; at++) {
      for (; typed; await wait(PAUSE)) typed = false;
      content?.dispatchEvent(new KeyboardEvent('keydown', key));
      content?.dispatchEvent(new InputEvent('beforeinput', letter));
      // Has the editor measure what it drew, which for a key it does with the frame.
      editor.caretBox();
      if (at % TOGETHER === 0) await frame();
    }
    performance.mark('rehearsed');
  } finally {
    window.removeEventListener('keydown', hear, true);
    draft.close();
    page.destroy();
    editor.destroy();
    box.remove();
  }
}
