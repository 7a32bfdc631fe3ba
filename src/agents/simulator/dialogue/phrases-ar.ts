import { type Choose, grouped, type Phrases, type Slot } from "./phrases.ts";
import type { Listing } from "./talk.ts";

const currencies: Readonly<Record<string, string>> = {
  SAR: "ريال",
  AED: "درهم",
  KWD: "دينار",
  QAR: "ريال قطري",
  BHD: "دينار",
  OMR: "ريال عماني",
};
const kinds: Readonly<Record<string, string>> = {
  villa: "فيلا",
  apartment: "شقة",
  townhouse: "تاون هاوس",
  plot: "أرض",
  office: "مكتب",
};
const places = ["الأول", "الثاني", "الثالث"];

const questions: Readonly<Record<Slot, readonly string[]>> = {
  purpose: ["تبحث عن شراء أو إيجار؟", "الطلب شراء ولا إيجار؟"],
  kind: ["أي نوع يناسبك: فيلا، شقة، تاون هاوس، أرض، أو مكتب؟", "وش نوع العقار اللي في بالك: فيلا، شقة، أرض، أو مكتب؟"],
  district: ["في أي حي أو منطقة تفضّل؟", "أي حي أقرب لك؟"],
  budget: ["كم الميزانية تقريبًا؟", "في حدود كم تحب يكون السعر؟"],
  rooms: ["كم غرفة نوم تحتاج؟", "كم غرفة نوم تكفيكم؟"],
};

/** The white dialect that everybody in the Gulf takes as his own: short, warm, one question at a time. */
export const arabic = (choose: Choose): Phrases => ({
  greet: () => choose(["يا هلا والله. كيف أقدر أخدمك اليوم؟", "حياك الله. آمرني، كيف أقدر أساعدك؟"]),
  greet_back: (text) =>
    `${/سلام/.test(text) ? "وعليكم السلام ورحمة الله" : "يا هلا ومرحبا"}. ${choose(["كيف أقدر أخدمك اليوم؟", "آمرني، كيف أقدر أساعدك؟"])}`,
  open_question: () =>
    choose([
      "تأمر. تبحث عن عقار، أو عندك موعد، أو بلاغ تحب نتابعه؟",
      "أنا حاضر. تحب ندوّر لك عقار، ولا عندك استفسار ثاني؟",
    ]),
  welcome: () => choose(["العفو، واجبنا. تحتاج شي ثاني؟", "حياك، حاضرين. في شي ثاني أقدر أخدمك فيه؟"]),
  ask: (what, has_understood) =>
    `${has_understood ? choose(["تمام. ", "أبشر. ", "ممتاز. "]) : what === "purpose" ? choose(["حياك الله. ", "أبشر. "]) : ""}${choose(questions[what])}`,
  again: (what) => `${choose(["عذرًا، ما وضحت لي. ", "السموحة، ما التقطتها. "])}${choose(questions[what])}`,
  present: (listings) =>
    listings.length === 1
      ? `لقيت لك خيار واحد مناسب:\n${listings.map(line).join("\n")}\nأرتّب لك معاينة له؟`
      : `لقيت لك ${listings.length === 2 ? "خيارين" : "ثلاثة خيارات"}:\n${listings.map((listing, at) => `${places[at]}: ${line(listing)}`).join("\n")}\nأي واحد تحب تعاينه؟`,
  none_found: (wish) =>
    wish.district === undefined
      ? "ما لقيت شي متاح بهالمواصفات حاليًا. نرفع الميزانية شوي أو نغيّر عدد الغرف؟"
      : `ما عندنا حاليًا شي متاح في ${wish.district} بهالمواصفات. تحب أشوف لك أحياء ثانية، أو نغيّر الميزانية؟`,
  not_liked: () => "ولا يهمك. تحب نغيّر الحي أو الميزانية وأدوّر لك من جديد؟",
  wish_kept: () => "ولا يهمك، طلبك مسجّل عندنا، وأول ما يتوفر شي مناسب يتواصل معك الفريق. تحتاج شي ثاني؟",
  which_one: () => choose(["أي واحد فيهم تحب تعاينه؟", "قل لي رقم الخيار اللي عجبك وأرتّب لك المعاينة."]),
  detail_later: () => "هالتفصيل ما هو مذكور عندي، والأضمن يأكّده لك الزميل وقت المعاينة. أي خيار تحب تعاينه؟",
  ask_contact: (why) =>
    why === "history"
      ? "أبشر. عطني اسمك ورقم جوالك عشان أطلّع ملفك."
      : why === "ticket"
        ? "سلامتك، وحقك علينا. عطني اسمك ورقم جوالك عشان أرفع البلاغ باسمك."
        : choose(["اختيار موفق. عطني اسمك ورقم جوالك عشان أرتّب المعاينة.", "ممتاز. ممكن اسمك ورقم جوالك للحجز؟"]),
  ask_phone: (name) => `تشرّفنا يا ${firstName(name)}. كم رقم الجوال؟`,
  contact_again: () => "ما ضبط معي الرقم. ممكن تعيد رقم الجوال كامل؟",
  offer_times: (times, how, name) =>
    `${how === "taken" ? "هالوقت محجوز للأسف. المتاح: " : how === "again" ? "اختر لي وقت من هذي: " : `حياك الله${name ? ` يا ${firstName(name)}` : ""}. عندي للمعاينة: `}${listed(times)}. أي وقت يناسبك؟`,
  booked: (when, reference) =>
    `تم رفع طلب المعاينة${when ? ` يوم ${when}` : ""}${reference ? `، رقمه ${reference}` : ""}. الفريق يعتمد الموعد ويأكّد لك. تحتاج شي ثاني؟`,
  ask_trouble: () =>
    choose(["سلامتك. وش المشكلة بالضبط، وفي أي وحدة؟", "حقك علينا. اشرح لي وش صاير عشان أرفعه للفريق."]),
  ticket_opened: (reference) =>
    `فتحت لك تذكرة${reference ? ` رقمها ${reference}` : ""}، والفريق بيتواصل معك في أقرب وقت. تحتاج شي ثاني؟`,
  history: (lines) =>
    lines.length === 0
      ? "ما لقيت شي مسجّل من قبل. تحب نبدأ طلب جديد؟"
      : `اللي مسجّل عندي:\n${lines.join("\n")}\nتحب نكمل عليه، أو عندك شي ثاني؟`,
  handing_over: () => "أبشر، حوّلتك لأحد الزملاء وبيكون معك حالًا.",
  handed_over: () => "الزميل استلم طلبك وبيكمل معك إن شاء الله.",
  callback_subject: () => "العميل يطلب التحدث مع موظف",
  colleague_will: () => "هذي أحتاج فيها أحد الزملاء، وبيتواصل معك قريب. تحتاج شي ثاني؟",
  tool_failed: () => "ما ضبط معي الحين، السموحة منك. بيتابع معك الفريق ويتواصل معك. تحتاج شي ثاني؟",
  refused: () => "أبشر، ما راح نتصل فيك مرة ثانية. السموحة على الإزعاج، في أمان الله.",
  no_pressure: () => "على راحتك، ومتى ما حبيت أنا حاضر. في أمان الله.",
  goodbye: (name) =>
    choose([
      `حياك الله${name ? ` يا ${firstName(name)}` : ""} في أي وقت. مع السلامة.`,
      `سعدت بخدمتك${name ? ` يا ${firstName(name)}` : ""}. في أمان الله.`,
    ]),
});

function line({ title, kind, district, bedrooms, area_m2, price, currency, purpose }: Listing): string {
  const rooms =
    bedrooms === null
      ? null
      : bedrooms === 1
        ? "غرفة"
        : bedrooms === 2
          ? "غرفتين"
          : `${bedrooms} ${bedrooms > 10 ? "غرفة" : "غرف"}`;
  const facts = [
    title || kinds[kind] || kind,
    title.includes(district) ? null : district,
    rooms,
    area_m2 === null ? null : `${grouped(String(area_m2))} م²`,
    `${grouped(price)} ${currencies[currency] ?? currency}${purpose === "rent" ? " بالسنة" : ""}`,
  ];
  return facts.filter((fact) => fact !== null && fact !== "").join("، ");
}

/** "عبد الله" and "أبو فهد" are one name in two words. */
function firstName(name: string): string {
  const words = name.split(" ");
  return words.slice(0, /^(عبد|أبو|ابو|أم|ام)$/.test(words[0] ?? "") ? 2 : 1).join(" ");
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join("، أو ")}، أو ${items.at(-1)}`;
}
