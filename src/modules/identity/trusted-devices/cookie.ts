import { secondStepLimits } from "../../../../law/credentials/second-step.ts";
import { cookieRules, type Reply, type Request } from "../../../platform/http/server.ts";
import { deviceOf } from "../session/device.ts";
import type { Browser, DeviceCookie } from "./marks.ts";

const deviceCookie = "__Host-device";

const kept = { ...cookieRules, maxAge: secondStepLimits.knownDays.value * 86_400 };

/** The browser that sends this request. */
export const browserOf = (request: Request): Browser => ({
  device: deviceOf(request.headers["user-agent"]),
  deviceCookie: request.cookies[deviceCookie],
});

export const setDeviceCookie = (reply: Reply, cookie: DeviceCookie) =>
  reply.setCookie(deviceCookie, cookie, kept);
