import { describeEveryPage } from "#tests/e2e/support/every-page.ts";

describeEveryPage("en");
