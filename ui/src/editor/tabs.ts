/** Tabs, which have their width in an element of their own. */
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

const tabs = new MatchDecorator({ regexp: /\t+/g, decoration: Decoration.mark({ class: 'lede-tabs' }) });

class TabView {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = tabs.createDeco(view);
  }

  update(update: ViewUpdate): void {
    this.decorations = tabs.updateDeco(update, this.decorations);
  }
}

/**
 * Where tabs have a width, the web view measures each word of a paragraph anew with each key, since a word's width
 * could then be one of where it stands. So the text has none, but for the tabs themselves.
 */
export const tabWidths = [
  EditorView.theme({ '.cm-line': { tabSize: '0' }, '.lede-tabs': { tabSize: '4' } }),
  ViewPlugin.fromClass(TabView, { decorations: (value) => value.decorations }),
];
