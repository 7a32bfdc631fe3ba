// The bundler turns these into the very addresses of fonts.css; anything else would fetch the files twice.
const files = [
  new URL(
    "../../node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2",
    import.meta.url,
  ),
  new URL(
    "../../node_modules/@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-latin-400-normal.woff2",
    import.meta.url,
  ),
];

/** For `<head>`: body text of both scripts (digits are in the Latin file) begins to travel with the page, not after its
 *  styles. Plain links: `ReactDOM.preload` from a server component reaches the browser only with the first script. */
export function FontPreload() {
  return files.map((file) => (
    <link key={String(file)} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={String(file)} />
  ));
}
