using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace FashionRecs.Storage.S3;

/// <summary>
/// A bucket for pictures, weights and waiting imports instead of a folder that all servers mount: the settings' section <c>S3</c>.
/// </summary>
public sealed class S3Options
{
    /// <summary>The bucket; it has to exist. Default none: the files lie in the shop's folder.</summary>
    public string? Bucket { get; set; }

    /// <summary>Address of the service, such as <c>http://files.example:9000</c>. Default: the one of Amazon in the region.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Region that requests are signed for. Default <c>us-east-1</c>.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>What comes before every name in the bucket, so that several shops share one. Default none.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Who signs in. Default: what Amazon's own variables, files and machines say.</summary>
    public string? AccessKey { get; set; }

    /// <summary>The secret that belongs to it.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Room for copies of files on this machine, in MB. Default 2048.</summary>
    [Range(64, 1_048_576)]
    public int CacheMegabytes { get; set; } = 2048;

    /// <summary>Reads the settings <c>S3:Bucket</c> and so on.</summary>
    /// <param name="setting">The value of a setting by its name, or null.</param>
    /// <exception cref="InvalidDataException">One of them makes no sense; the message names it, and repeats no secret.</exception>
    public static S3Options Read(Func<string, string?> setting)
    {
        var options = new S3Options
        {
            Bucket = Text("Bucket"), Endpoint = Text("Endpoint"), Prefix = Text("Prefix") ?? "", AccessKey = Text("AccessKey"),
            SecretKey = Text("SecretKey"),
        };
        options.Region = Text("Region") ?? options.Region;
        if (Text("CacheMegabytes") is { } room)
        {
            options.CacheMegabytes = int.TryParse(room, CultureInfo.InvariantCulture, out var number) && number >= 64 ? number
                : throw new InvalidDataException($"S3:CacheMegabytes must be a whole number of at least 64, not '{room}'.");
        }

        return options.Endpoint is { } endpoint && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
                && address.Scheme is "http" or "https")
                ? throw new InvalidDataException($"S3:Endpoint must be an address such as https://files.example, not '{endpoint}'.")
            : options.AccessKey is null != options.SecretKey is null
                ? throw new InvalidDataException("S3:AccessKey and S3:SecretKey belong together; name both or neither.")
            : options;

        string? Text(string name) => setting($"S3:{name}") is { Length: > 0 } text ? text : null;
    }
}
