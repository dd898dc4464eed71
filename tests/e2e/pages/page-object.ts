import type { Page } from '@playwright/test';

/** Owns the locators of one part of the window, by role and name. */
export abstract class PageObject {
  constructor(protected readonly page: Page) {}
}
