import type { Locale } from "./direction.ts";

type Names = {
  weekdays: readonly string[];
  weekdays_short: readonly string[];
  months: readonly string[];
  months_short: readonly string[];
  hijri_months: readonly string[];
  am: string;
  pm: string;
};

const arabic_months = [
  "يناير",
  "فبراير",
  "مارس",
  "أبريل",
  "مايو",
  "يونيو",
  "يوليو",
  "أغسطس",
  "سبتمبر",
  "أكتوبر",
  "نوفمبر",
  "ديسمبر",
];
const arabic_weekdays = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"];

/** Words of the calendar, written out: engines disagree on them (server and browser would print different
 *  text, a hydration error), and Arabic names of months differ by country. Weeks begin at index 0 = Sunday. */
export const calendar_names: Record<Locale, Names> = {
  ar: {
    weekdays: arabic_weekdays,
    weekdays_short: arabic_weekdays,
    months: arabic_months,
    months_short: arabic_months,
    hijri_months: [
      "محرم",
      "صفر",
      "ربيع الأول",
      "ربيع الآخر",
      "جمادى الأولى",
      "جمادى الآخرة",
      "رجب",
      "شعبان",
      "رمضان",
      "شوال",
      "ذو القعدة",
      "ذو الحجة",
    ],
    am: "ص",
    pm: "م",
  },
  en: {
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    weekdays_short: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    months: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
    months_short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    hijri_months: [
      "Muharram",
      "Safar",
      "Rabi I",
      "Rabi II",
      "Jumada I",
      "Jumada II",
      "Rajab",
      "Shaban",
      "Ramadan",
      "Shawwal",
      "Dhu al-Qadah",
      "Dhu al-Hijjah",
    ],
    am: "AM",
    pm: "PM",
  },
};
