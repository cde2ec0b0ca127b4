namespace FashionRecs.Vision.Tests.Imaging;

/// <summary>
/// Pictures that are red at the left and white at the right (64×80 and 48×64 pixels), in the formats of telephones, which nothing here
/// writes.
/// </summary>
internal static class PhonePictures
{
    private const string HeicText =
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAT9tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAA"
        + "Imlsb2MAAAAAREAAAQABAAAAAAFjAAEAAAAAAAAAZgAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAv2lwcnAAAAChaXBjbwAAAHVodmND"
        + "AQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQAoQgEBA3AAAAMAkAAAAwAAAwAeoCCBRZbqSSmubAgAAAMA"
        + "CAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAEAAAABQAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAABubWRhdAAAAGIo"
        + "Aa8J4CM2oj//+9F9//7cx6H+tbNhEY4/zSx63Be+v+dqoRtfpE8UWr7oKTzBq4ogQKM//Kz41F/beVmnNMX+Qohlb8U//0dYWHLtYEpElniyvjz/O8aIGGzy"
        + "1OSyQkuuwA==";

    private const string AvifText =
        "AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEA"
        + "AQAAAAAA+gABAAAAAAAAADEAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFD"
        + "gQAMAAAAABRpc3BlAAAAAAAAADAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAA5bWRhdBIACgkYFW/9ogIaDQgyIkZR4eGI"
        + "YeeeeaAAAM/MSMltAab0Ten8CiVX9W08WZDVWkM=";

    public static byte[] Heic => Convert.FromBase64String(HeicText);
    public static byte[] Avif => Convert.FromBase64String(AvifText);
}
