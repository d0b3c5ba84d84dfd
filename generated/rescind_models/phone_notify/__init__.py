"""Generated from phone_notify.wsdl; do not edit.

Importing this package loads no model; each is loaded when it is first named.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .advanced_notify_request import AdvancedNotifyRequest as AdvancedNotifyRequest
    from .area_code import AreaCode as AreaCode
    from .array_of_advanced_notify_request import (
        ArrayOfAdvancedNotifyRequest as ArrayOfAdvancedNotifyRequest,
    )
    from .array_of_area_code import ArrayOfAreaCode as ArrayOfAreaCode
    from .array_of_lm_list_ids import ArrayOfLM_ListIDs as ArrayOfLM_ListIDs
    from .array_of_lm_list_members import ArrayOfLM_ListMembers as ArrayOfLM_ListMembers
    from .array_of_notify_return import ArrayOfNotifyReturn as ArrayOfNotifyReturn
    from .array_of_response import ArrayOfResponse as ArrayOfResponse
    from .array_of_string import ArrayOfString as ArrayOfString
    from .array_of_variable import ArrayOfVariable as ArrayOfVariable
    from .array_of_voice import ArrayOfVoice as ArrayOfVoice
    from .assign_incoming_number import AssignIncomingNumber as AssignIncomingNumber
    from .assign_incoming_number import AssignIncomingNumberResponse as AssignIncomingNumberResponse
    from .cancel_conference import CancelConference as CancelConference
    from .cancel_conference import CancelConferenceResponse as CancelConferenceResponse
    from .cancel_notify import CancelNotify as CancelNotify
    from .cancel_notify_by_reference_id import (
        CancelNotifyByReferenceID as CancelNotifyByReferenceID,
    )
    from .cancel_notify_by_reference_id import (
        CancelNotifyByReferenceIDResponse as CancelNotifyByReferenceIDResponse,
    )
    from .cancel_notify import CancelNotifyResponse as CancelNotifyResponse
    from .get_assigned_numbers import GetAssignedNumbers as GetAssignedNumbers
    from .get_assigned_numbers import GetAssignedNumbersResponse as GetAssignedNumbersResponse
    from .get_available_area_codes import GetAvailableAreaCodes as GetAvailableAreaCodes
    from .get_available_area_codes import (
        GetAvailableAreaCodesResponse as GetAvailableAreaCodesResponse,
    )
    from .get_available_incoming_numbers import (
        GetAvailableIncomingNumbers as GetAvailableIncomingNumbers,
    )
    from .get_available_incoming_numbers import (
        GetAvailableIncomingNumbersResponse as GetAvailableIncomingNumbersResponse,
    )
    from .get_incoming_call_script import GetIncomingCallScript as GetIncomingCallScript
    from .get_incoming_call_script import (
        GetIncomingCallScriptResponse as GetIncomingCallScriptResponse,
    )
    from .get_multiple_queue_id_status import GetMultipleQueueIdStatus as GetMultipleQueueIdStatus
    from .get_multiple_queue_id_status import (
        GetMultipleQueueIdStatusResponse as GetMultipleQueueIdStatusResponse,
    )
    from .get_queue_id_status import GetQueueIDStatus as GetQueueIDStatus
    from .get_queue_id_status import GetQueueIDStatusResponse as GetQueueIDStatusResponse
    from .get_queue_id_status_with_advanced_info import (
        GetQueueIDStatusWithAdvancedInfo as GetQueueIDStatusWithAdvancedInfo,
    )
    from .get_queue_id_status_with_advanced_info import (
        GetQueueIDStatusWithAdvancedInfoResponse as GetQueueIDStatusWithAdvancedInfoResponse,
    )
    from .get_queue_id_statuses_by_phone_number import (
        GetQueueIDStatusesByPhoneNumber as GetQueueIDStatusesByPhoneNumber,
    )
    from .get_queue_id_statuses_by_phone_number import (
        GetQueueIDStatusesByPhoneNumberResponse as GetQueueIDStatusesByPhoneNumberResponse,
    )
    from .get_response_codes import GetResponseCodes as GetResponseCodes
    from .get_response_codes import GetResponseCodesResponse as GetResponseCodesResponse
    from .get_sound_file import GetSoundFile as GetSoundFile
    from .get_sound_file_in_mp3 import GetSoundFileInMP3 as GetSoundFileInMP3
    from .get_sound_file_in_mp3 import GetSoundFileInMP3Response as GetSoundFileInMP3Response
    from .get_sound_file_in_ulaw import GetSoundFileInUlaw as GetSoundFileInUlaw
    from .get_sound_file_in_ulaw import GetSoundFileInUlawResponse as GetSoundFileInUlawResponse
    from .get_sound_file_length import GetSoundFileLength as GetSoundFileLength
    from .get_sound_file_length import GetSoundFileLengthResponse as GetSoundFileLengthResponse
    from .get_sound_file import GetSoundFileResponse as GetSoundFileResponse
    from .get_sound_file_url import GetSoundFileURL as GetSoundFileURL
    from .get_sound_file_url import GetSoundFileURLResponse as GetSoundFileURLResponse
    from .get_tts_in_mp3 import GetTTSInMP3 as GetTTSInMP3
    from .get_tts_in_mp3 import GetTTSInMP3Response as GetTTSInMP3Response
    from .get_tts_in_ulaw import GetTTSInULAW as GetTTSInULAW
    from .get_tts_in_ulaw import GetTTSInULAWResponse as GetTTSInULAWResponse
    from .get_version import GetVersion as GetVersion
    from .get_version import GetVersionResponse as GetVersionResponse
    from .get_voices import GetVoices as GetVoices
    from .get_voices import GetVoicesResponse as GetVoicesResponse
    from .lm_add_list_member import LM_AddListMember as LM_AddListMember
    from .lm_add_list_member import LM_AddListMemberResponse as LM_AddListMemberResponse
    from .lm_add_new_list import LM_AddNewList as LM_AddNewList
    from .lm_add_new_list import LM_AddNewListResponse as LM_AddNewListResponse
    from .lm_alter_list_id import LM_AlterListID as LM_AlterListID
    from .lm_alter_list_id import LM_AlterListIDResponse as LM_AlterListIDResponse
    from .lm_alter_list_member import LM_AlterListMember as LM_AlterListMember
    from .lm_alter_list_member import LM_AlterListMemberResponse as LM_AlterListMemberResponse
    from .lm_delete_list import LM_DeleteList as LM_DeleteList
    from .lm_delete_list_member import LM_DeleteListMember as LM_DeleteListMember
    from .lm_delete_list_member import LM_DeleteListMemberResponse as LM_DeleteListMemberResponse
    from .lm_delete_list import LM_DeleteListResponse as LM_DeleteListResponse
    from .lm_dial_list import LM_DialList as LM_DialList
    from .lm_dial_list_advanced import LM_DialListAdvanced as LM_DialListAdvanced
    from .lm_dial_list_advanced import LM_DialListAdvancedResponse as LM_DialListAdvancedResponse
    from .lm_dial_list import LM_DialListResponse as LM_DialListResponse
    from .lm_dial_return import LM_DialReturn as LM_DialReturn
    from .lm_functions import LM_Functions as LM_Functions
    from .lm_get_list_ids_by_license_key import (
        LM_GetListIDsByLicensekey as LM_GetListIDsByLicensekey,
    )
    from .lm_get_list_ids_by_license_key import (
        LM_GetListIDsByLicensekeyResponse as LM_GetListIDsByLicensekeyResponse,
    )
    from .lm_get_list_members_by_list_id import (
        LM_GetListMembersByListID as LM_GetListMembersByListID,
    )
    from .lm_get_list_members_by_list_id import (
        LM_GetListMembersByListIDResponse as LM_GetListMembersByListIDResponse,
    )
    from .lm_list_ids import LM_ListIDs as LM_ListIDs
    from .lm_list_members import LM_ListMembers as LM_ListMembers
    from .license_key_variable_load import LicenseKeyVariableLoad as LicenseKeyVariableLoad
    from .license_key_variable_load import (
        LicenseKeyVariableLoadResponse as LicenseKeyVariableLoadResponse,
    )
    from .license_key_variable_save import LicenseKeyVariableSave as LicenseKeyVariableSave
    from .license_key_variable_save import (
        LicenseKeyVariableSaveResponse as LicenseKeyVariableSaveResponse,
    )
    from .notify_multiple_phone_advanced import (
        NotifyMultiplePhoneAdvanced as NotifyMultiplePhoneAdvanced,
    )
    from .notify_multiple_phone_advanced import (
        NotifyMultiplePhoneAdvancedResponse as NotifyMultiplePhoneAdvancedResponse,
    )
    from .notify_multiple_phone_basic import NotifyMultiplePhoneBasic as NotifyMultiplePhoneBasic
    from .notify_multiple_phone_basic import (
        NotifyMultiplePhoneBasicResponse as NotifyMultiplePhoneBasicResponse,
    )
    from .notify_multiple_phone_basic_with_cpm import (
        NotifyMultiplePhoneBasicWithCPM as NotifyMultiplePhoneBasicWithCPM,
    )
    from .notify_multiple_phone_basic_with_cpm import (
        NotifyMultiplePhoneBasicWithCPMResponse as NotifyMultiplePhoneBasicWithCPMResponse,
    )
    from .notify_multiple_phone_basic_with_cpm_and_reference_id import (
        NotifyMultiplePhoneBasicWithCPMandReferenceID as NotifyMultiplePhoneBasicWithCPMandReferenceID,
    )
    from .notify_multiple_phone_basic_with_cpm_and_reference_id import (
        NotifyMultiplePhoneBasicWithCPMandReferenceIDResponse as NotifyMultiplePhoneBasicWithCPMandReferenceIDResponse,
    )
    from .notify_phone_advanced import NotifyPhoneAdvanced as NotifyPhoneAdvanced
    from .notify_phone_advanced import NotifyPhoneAdvancedResponse as NotifyPhoneAdvancedResponse
    from .notify_phone_basic import NotifyPhoneBasic as NotifyPhoneBasic
    from .notify_phone_basic import NotifyPhoneBasicResponse as NotifyPhoneBasicResponse
    from .notify_phone_basic_with_transfer import (
        NotifyPhoneBasicWithTransfer as NotifyPhoneBasicWithTransfer,
    )
    from .notify_phone_basic_with_transfer import (
        NotifyPhoneBasicWithTransferResponse as NotifyPhoneBasicWithTransferResponse,
    )
    from .notify_phone_basic_with_try_count import (
        NotifyPhoneBasicWithTryCount as NotifyPhoneBasicWithTryCount,
    )
    from .notify_phone_basic_with_try_count import (
        NotifyPhoneBasicWithTryCountResponse as NotifyPhoneBasicWithTryCountResponse,
    )
    from .notify_phone_english_basic import NotifyPhoneEnglishBasic as NotifyPhoneEnglishBasic
    from .notify_phone_english_basic import (
        NotifyPhoneEnglishBasicResponse as NotifyPhoneEnglishBasicResponse,
    )
    from .notify_return import NotifyReturn as NotifyReturn
    from .record_sound_via_phone_call import RecordSoundViaPhoneCall as RecordSoundViaPhoneCall
    from .record_sound_via_phone_call import (
        RecordSoundViaPhoneCallResponse as RecordSoundViaPhoneCallResponse,
    )
    from .remove_sound_file import RemoveSoundFile as RemoveSoundFile
    from .remove_sound_file import RemoveSoundFileResponse as RemoveSoundFileResponse
    from .rename_sound_file import RenameSoundFile as RenameSoundFile
    from .rename_sound_file import RenameSoundFileResponse as RenameSoundFileResponse
    from .response import Response as Response
    from .return_sound_file_ids import ReturnSoundFileIDs as ReturnSoundFileIDs
    from .return_sound_file_ids import ReturnSoundFileIDsResponse as ReturnSoundFileIDsResponse
    from .script_delete import ScriptDelete as ScriptDelete
    from .script_delete import ScriptDeleteResponse as ScriptDeleteResponse
    from .script_list import ScriptList as ScriptList
    from .script_list import ScriptListResponse as ScriptListResponse
    from .script_load import ScriptLoad as ScriptLoad
    from .script_load import ScriptLoadResponse as ScriptLoadResponse
    from .script_save import ScriptSave as ScriptSave
    from .script_save import ScriptSaveResponse as ScriptSaveResponse
    from .set_incoming_call_script import SetIncomingCallScript as SetIncomingCallScript
    from .set_incoming_call_script import (
        SetIncomingCallScriptResponse as SetIncomingCallScriptResponse,
    )
    from .upload_file_response import UploadFileResponse as UploadFileResponse
    from .upload_sound_file import UploadSoundFile as UploadSoundFile
    from .upload_sound_file import UploadSoundFileResponse as UploadSoundFileResponse
    from .variable import Variable as Variable
    from .voice import Voice as Voice

__all__ = [
    "AdvancedNotifyRequest",
    "AreaCode",
    "ArrayOfAdvancedNotifyRequest",
    "ArrayOfAreaCode",
    "ArrayOfLM_ListIDs",
    "ArrayOfLM_ListMembers",
    "ArrayOfNotifyReturn",
    "ArrayOfResponse",
    "ArrayOfString",
    "ArrayOfVariable",
    "ArrayOfVoice",
    "AssignIncomingNumber",
    "AssignIncomingNumberResponse",
    "CancelConference",
    "CancelConferenceResponse",
    "CancelNotify",
    "CancelNotifyByReferenceID",
    "CancelNotifyByReferenceIDResponse",
    "CancelNotifyResponse",
    "GetAssignedNumbers",
    "GetAssignedNumbersResponse",
    "GetAvailableAreaCodes",
    "GetAvailableAreaCodesResponse",
    "GetAvailableIncomingNumbers",
    "GetAvailableIncomingNumbersResponse",
    "GetIncomingCallScript",
    "GetIncomingCallScriptResponse",
    "GetMultipleQueueIdStatus",
    "GetMultipleQueueIdStatusResponse",
    "GetQueueIDStatus",
    "GetQueueIDStatusResponse",
    "GetQueueIDStatusWithAdvancedInfo",
    "GetQueueIDStatusWithAdvancedInfoResponse",
    "GetQueueIDStatusesByPhoneNumber",
    "GetQueueIDStatusesByPhoneNumberResponse",
    "GetResponseCodes",
    "GetResponseCodesResponse",
    "GetSoundFile",
    "GetSoundFileInMP3",
    "GetSoundFileInMP3Response",
    "GetSoundFileInUlaw",
    "GetSoundFileInUlawResponse",
    "GetSoundFileLength",
    "GetSoundFileLengthResponse",
    "GetSoundFileResponse",
    "GetSoundFileURL",
    "GetSoundFileURLResponse",
    "GetTTSInMP3",
    "GetTTSInMP3Response",
    "GetTTSInULAW",
    "GetTTSInULAWResponse",
    "GetVersion",
    "GetVersionResponse",
    "GetVoices",
    "GetVoicesResponse",
    "LM_AddListMember",
    "LM_AddListMemberResponse",
    "LM_AddNewList",
    "LM_AddNewListResponse",
    "LM_AlterListID",
    "LM_AlterListIDResponse",
    "LM_AlterListMember",
    "LM_AlterListMemberResponse",
    "LM_DeleteList",
    "LM_DeleteListMember",
    "LM_DeleteListMemberResponse",
    "LM_DeleteListResponse",
    "LM_DialList",
    "LM_DialListAdvanced",
    "LM_DialListAdvancedResponse",
    "LM_DialListResponse",
    "LM_DialReturn",
    "LM_Functions",
    "LM_GetListIDsByLicensekey",
    "LM_GetListIDsByLicensekeyResponse",
    "LM_GetListMembersByListID",
    "LM_GetListMembersByListIDResponse",
    "LM_ListIDs",
    "LM_ListMembers",
    "LicenseKeyVariableLoad",
    "LicenseKeyVariableLoadResponse",
    "LicenseKeyVariableSave",
    "LicenseKeyVariableSaveResponse",
    "NotifyMultiplePhoneAdvanced",
    "NotifyMultiplePhoneAdvancedResponse",
    "NotifyMultiplePhoneBasic",
    "NotifyMultiplePhoneBasicResponse",
    "NotifyMultiplePhoneBasicWithCPM",
    "NotifyMultiplePhoneBasicWithCPMResponse",
    "NotifyMultiplePhoneBasicWithCPMandReferenceID",
    "NotifyMultiplePhoneBasicWithCPMandReferenceIDResponse",
    "NotifyPhoneAdvanced",
    "NotifyPhoneAdvancedResponse",
    "NotifyPhoneBasic",
    "NotifyPhoneBasicResponse",
    "NotifyPhoneBasicWithTransfer",
    "NotifyPhoneBasicWithTransferResponse",
    "NotifyPhoneBasicWithTryCount",
    "NotifyPhoneBasicWithTryCountResponse",
    "NotifyPhoneEnglishBasic",
    "NotifyPhoneEnglishBasicResponse",
    "NotifyReturn",
    "RecordSoundViaPhoneCall",
    "RecordSoundViaPhoneCallResponse",
    "RemoveSoundFile",
    "RemoveSoundFileResponse",
    "RenameSoundFile",
    "RenameSoundFileResponse",
    "Response",
    "ReturnSoundFileIDs",
    "ReturnSoundFileIDsResponse",
    "ScriptDelete",
    "ScriptDeleteResponse",
    "ScriptList",
    "ScriptListResponse",
    "ScriptLoad",
    "ScriptLoadResponse",
    "ScriptSave",
    "ScriptSaveResponse",
    "SetIncomingCallScript",
    "SetIncomingCallScriptResponse",
    "UploadFileResponse",
    "UploadSoundFile",
    "UploadSoundFileResponse",
    "Variable",
    "Voice",
]

_MODULES = {
    "AdvancedNotifyRequest": "advanced_notify_request",
    "AreaCode": "area_code",
    "ArrayOfAdvancedNotifyRequest": "array_of_advanced_notify_request",
    "ArrayOfAreaCode": "array_of_area_code",
    "ArrayOfLM_ListIDs": "array_of_lm_list_ids",
    "ArrayOfLM_ListMembers": "array_of_lm_list_members",
    "ArrayOfNotifyReturn": "array_of_notify_return",
    "ArrayOfResponse": "array_of_response",
    "ArrayOfString": "array_of_string",
    "ArrayOfVariable": "array_of_variable",
    "ArrayOfVoice": "array_of_voice",
    "AssignIncomingNumber": "assign_incoming_number",
    "AssignIncomingNumberResponse": "assign_incoming_number",
    "CancelConference": "cancel_conference",
    "CancelConferenceResponse": "cancel_conference",
    "CancelNotify": "cancel_notify",
    "CancelNotifyByReferenceID": "cancel_notify_by_reference_id",
    "CancelNotifyByReferenceIDResponse": "cancel_notify_by_reference_id",
    "CancelNotifyResponse": "cancel_notify",
    "GetAssignedNumbers": "get_assigned_numbers",
    "GetAssignedNumbersResponse": "get_assigned_numbers",
    "GetAvailableAreaCodes": "get_available_area_codes",
    "GetAvailableAreaCodesResponse": "get_available_area_codes",
    "GetAvailableIncomingNumbers": "get_available_incoming_numbers",
    "GetAvailableIncomingNumbersResponse": "get_available_incoming_numbers",
    "GetIncomingCallScript": "get_incoming_call_script",
    "GetIncomingCallScriptResponse": "get_incoming_call_script",
    "GetMultipleQueueIdStatus": "get_multiple_queue_id_status",
    "GetMultipleQueueIdStatusResponse": "get_multiple_queue_id_status",
    "GetQueueIDStatus": "get_queue_id_status",
    "GetQueueIDStatusResponse": "get_queue_id_status",
    "GetQueueIDStatusWithAdvancedInfo": "get_queue_id_status_with_advanced_info",
    "GetQueueIDStatusWithAdvancedInfoResponse": "get_queue_id_status_with_advanced_info",
    "GetQueueIDStatusesByPhoneNumber": "get_queue_id_statuses_by_phone_number",
    "GetQueueIDStatusesByPhoneNumberResponse": "get_queue_id_statuses_by_phone_number",
    "GetResponseCodes": "get_response_codes",
    "GetResponseCodesResponse": "get_response_codes",
    "GetSoundFile": "get_sound_file",
    "GetSoundFileInMP3": "get_sound_file_in_mp3",
    "GetSoundFileInMP3Response": "get_sound_file_in_mp3",
    "GetSoundFileInUlaw": "get_sound_file_in_ulaw",
    "GetSoundFileInUlawResponse": "get_sound_file_in_ulaw",
    "GetSoundFileLength": "get_sound_file_length",
    "GetSoundFileLengthResponse": "get_sound_file_length",
    "GetSoundFileResponse": "get_sound_file",
    "GetSoundFileURL": "get_sound_file_url",
    "GetSoundFileURLResponse": "get_sound_file_url",
    "GetTTSInMP3": "get_tts_in_mp3",
    "GetTTSInMP3Response": "get_tts_in_mp3",
    "GetTTSInULAW": "get_tts_in_ulaw",
    "GetTTSInULAWResponse": "get_tts_in_ulaw",
    "GetVersion": "get_version",
    "GetVersionResponse": "get_version",
    "GetVoices": "get_voices",
    "GetVoicesResponse": "get_voices",
    "LM_AddListMember": "lm_add_list_member",
    "LM_AddListMemberResponse": "lm_add_list_member",
    "LM_AddNewList": "lm_add_new_list",
    "LM_AddNewListResponse": "lm_add_new_list",
    "LM_AlterListID": "lm_alter_list_id",
    "LM_AlterListIDResponse": "lm_alter_list_id",
    "LM_AlterListMember": "lm_alter_list_member",
    "LM_AlterListMemberResponse": "lm_alter_list_member",
    "LM_DeleteList": "lm_delete_list",
    "LM_DeleteListMember": "lm_delete_list_member",
    "LM_DeleteListMemberResponse": "lm_delete_list_member",
    "LM_DeleteListResponse": "lm_delete_list",
    "LM_DialList": "lm_dial_list",
    "LM_DialListAdvanced": "lm_dial_list_advanced",
    "LM_DialListAdvancedResponse": "lm_dial_list_advanced",
    "LM_DialListResponse": "lm_dial_list",
    "LM_DialReturn": "lm_dial_return",
    "LM_Functions": "lm_functions",
    "LM_GetListIDsByLicensekey": "lm_get_list_ids_by_license_key",
    "LM_GetListIDsByLicensekeyResponse": "lm_get_list_ids_by_license_key",
    "LM_GetListMembersByListID": "lm_get_list_members_by_list_id",
    "LM_GetListMembersByListIDResponse": "lm_get_list_members_by_list_id",
    "LM_ListIDs": "lm_list_ids",
    "LM_ListMembers": "lm_list_members",
    "LicenseKeyVariableLoad": "license_key_variable_load",
    "LicenseKeyVariableLoadResponse": "license_key_variable_load",
    "LicenseKeyVariableSave": "license_key_variable_save",
    "LicenseKeyVariableSaveResponse": "license_key_variable_save",
    "NotifyMultiplePhoneAdvanced": "notify_multiple_phone_advanced",
    "NotifyMultiplePhoneAdvancedResponse": "notify_multiple_phone_advanced",
    "NotifyMultiplePhoneBasic": "notify_multiple_phone_basic",
    "NotifyMultiplePhoneBasicResponse": "notify_multiple_phone_basic",
    "NotifyMultiplePhoneBasicWithCPM": "notify_multiple_phone_basic_with_cpm",
    "NotifyMultiplePhoneBasicWithCPMResponse": "notify_multiple_phone_basic_with_cpm",
    "NotifyMultiplePhoneBasicWithCPMandReferenceID": "notify_multiple_phone_basic_with_cpm_and_reference_id",
    "NotifyMultiplePhoneBasicWithCPMandReferenceIDResponse": "notify_multiple_phone_basic_with_cpm_and_reference_id",
    "NotifyPhoneAdvanced": "notify_phone_advanced",
    "NotifyPhoneAdvancedResponse": "notify_phone_advanced",
    "NotifyPhoneBasic": "notify_phone_basic",
    "NotifyPhoneBasicResponse": "notify_phone_basic",
    "NotifyPhoneBasicWithTransfer": "notify_phone_basic_with_transfer",
    "NotifyPhoneBasicWithTransferResponse": "notify_phone_basic_with_transfer",
    "NotifyPhoneBasicWithTryCount": "notify_phone_basic_with_try_count",
    "NotifyPhoneBasicWithTryCountResponse": "notify_phone_basic_with_try_count",
    "NotifyPhoneEnglishBasic": "notify_phone_english_basic",
    "NotifyPhoneEnglishBasicResponse": "notify_phone_english_basic",
    "NotifyReturn": "notify_return",
    "RecordSoundViaPhoneCall": "record_sound_via_phone_call",
    "RecordSoundViaPhoneCallResponse": "record_sound_via_phone_call",
    "RemoveSoundFile": "remove_sound_file",
    "RemoveSoundFileResponse": "remove_sound_file",
    "RenameSoundFile": "rename_sound_file",
    "RenameSoundFileResponse": "rename_sound_file",
    "Response": "response",
    "ReturnSoundFileIDs": "return_sound_file_ids",
    "ReturnSoundFileIDsResponse": "return_sound_file_ids",
    "ScriptDelete": "script_delete",
    "ScriptDeleteResponse": "script_delete",
    "ScriptList": "script_list",
    "ScriptListResponse": "script_list",
    "ScriptLoad": "script_load",
    "ScriptLoadResponse": "script_load",
    "ScriptSave": "script_save",
    "ScriptSaveResponse": "script_save",
    "SetIncomingCallScript": "set_incoming_call_script",
    "SetIncomingCallScriptResponse": "set_incoming_call_script",
    "UploadFileResponse": "upload_file_response",
    "UploadSoundFile": "upload_sound_file",
    "UploadSoundFileResponse": "upload_sound_file",
    "Variable": "variable",
    "Voice": "voice",
}

if not TYPE_CHECKING:  # or every misspelt name would have a type

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
