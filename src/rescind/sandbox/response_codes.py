"""PhoneNotify's response codes and voices, as its own answers listed them in 2019."""

from collections.abc import Mapping
from types import MappingProxyType

QUEUED = 0
ANSWERED = 1
UNANSWERED = 2
INVALID_PHONE_NUMBER = 3
INVALID_CALLER_ID = 4
INVALID_VOICE_ID = 5
UNIVERSAL_ERROR = 9
DIALING = 12
SAME_NUMBERS = 13
KEY_INVALID = 14
NOT_UTC = 16
CANCELLED = 22

RESPONSE_CODES: Mapping[int, str] = MappingProxyType(
    {
        0: "Queued",
        1: "Call Answered",
        2: "Call Unanswered",
        3: "Invalid Phone Number",
        4: "Invalid CallerID",
        5: "Invalid VoiceID",
        6: "Invalid Number to Transfer To",
        7: "Invalid Digit for Transfer",
        8: "Busy",
        9: "Universal Error",
        10: "Demo allowance exceeded.",
        11: "Demo not allowed",
        12: "Dialing",
        13: "CallerID and PhoneNumber To Dial cannot match.",
        14: "Key Invalid.  IP Address has been suspended.",
        15: "Phone Number Abuse",
        16: "Scheduled Time is not a UTC date/time",
        17: "http://wiki.cdyne.com/index.php/SiteBan",
        18: "Ringing",
        19: "Trying",
        20: "Call is being Forwarded",
        21: "In Call/Ringing",
        22: "Cancelled",
        23: "Sound File Not Found",
        24: "Transferred",
        25: "Transfer Failed",
        26: "Caller Hung up during transfer",
        27: "Administrative Hold",
        28: "Call Forbidden",
        29: "Incoming Call",
        30: "Incoming Call Complete",
        31: "Incoming Call Transferred",
        32: "TTS Error",
        33: "Time Restriction",
        34: "Congestion/Service Unavail",
        35: "Global Not Acceptable",
        36: "No Supported Media",
        37: "Telecom Timeout",
        38: "Telecom Denied",
        39: "Demo Denied due to FTC regulations",
        40: "TTS Busy - Will Try Again",
        41: "Conference Start",
        42: "Conference Join",
        43: "Telco Reported Vacant Number",
        44: "Number Changed or Disconnected",
        45: "Sound File Processing",
        46: "Ready for Dialer",
    }
)

# Only Diane's age and language are documented ("Diane - US English (Female - 35)"); the sandbox
# gives no more than the names for the others.
VOICES: Mapping[int, str] = MappingProxyType(
    {
        0: "Diane",
        1: "David",
        2: "William",
        3: "Emily",
        4: "Callie",
        5: "Lawrence",
        6: "Millie",
        7: "Isabelle",
        8: "Katrin",
        10: "Vittoria",
        15: "Jean-Pierre",
        16: "Allison",
        17: "Miguel",
        18: "Matthias",
        19: "Ashley",
        20: "James",
        23: "Violeta",
        24: "Francisco",
    }
)
