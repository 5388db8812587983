import type { Frame } from 'playwright-core';
import type { Window } from './window.ts';

/** What has the keyboard, in the words of a screen reader: `textbox "Owner"`. */
export async function focused(window: Window): Promise<string> {
  let frame = window.page.mainFrame();
  for (let inner: Frame | null = frame; inner; inner = await focusedFrame(frame)) frame = inner;
  const element = frame.locator(':focus');
  return (await element.count()) === 0 ? 'nothing' : (await element.ariaSnapshot()).replace(/^- /, '');
}

async function focusedFrame(frame: Frame): Promise<Frame | null> {
  const element = (await frame.evaluateHandle('document.activeElement')).asElement();
  return (await element?.contentFrame()) ?? null;
}

/** Goes on with the Tab key until it is there. Answers what the keyboard went through. */
export async function tabTo(window: Window, wanted: string, key = 'Tab'): Promise<string[]> {
  const passed: string[] = [];
  while (!passed.at(-1)?.includes(wanted)) {
    if (passed.length > 40) throw new Error(`no way to ${wanted}: ${passed.join(', ')}`);
    await window.press(key);
    passed.push(await focused(window));
  }
  return passed;
}
