"use client";
import "./globals.css";

/** The last net: even the layout failed, so nothing can be asked for here, neither language nor words. Both languages are written out. */
export default function GlobalError() {
  return (
    <html lang="ar" dir="rtl">
      <body>
        <main className="grid min-h-dvh place-content-center justify-items-center gap-2 p-8 text-center">
          <h1 className="font-semibold text-20">تعذّر فتح البوابة</h1>
          <p className="text-14 text-muted">أعد تحميل الصفحة بعد قليل.</p>
          <p className="text-14 text-muted" lang="en" dir="ltr">
            The portal could not be opened. Reload the page shortly.
          </p>
          <a href="/" className="mt-3 rounded-control bg-accent px-4 py-2 font-semibold text-on-accent">
            إعادة التحميل · <bdi lang="en">Reload</bdi>
          </a>
        </main>
      </body>
    </html>
  );
}
