/** What a mark says; colour never says it alone, an icon and a word always stand beside it. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent';
