using System.Text.Json;
using FashionRecs.Domain.Files;
using FashionRecs.Vision.Quantization;

namespace FashionRecs.Vision.Engines;

/// <summary>
/// Remembers what was measured on this machine, so that only the first start measures. A file that cannot be read or written only costs
/// time.
/// </summary>
/// <param name="path">The file.</param>
internal sealed class AgreementCache(string path)
{
    private const int Kept = 32;

    /// <summary>The file of the user's account.</summary>
    public static AgreementCache Default { get; } = new(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "fashionrecs", "engine-agreement.json"));

    /// <summary>What was measured under a key; null where nothing was.</summary>
    public EngineAgreement? Find(string key) => Read().GetValueOrDefault(key);

    /// <summary>Remembers what was measured.</summary>
    public void Add(string key, EngineAgreement agreement)
    {
        try
        {
            var all = Read();
            if (all.Count >= Kept)
            {
                all.Clear();
            }

            all[key] = agreement;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, all));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next start measures again.
        }
    }

    private Dictionary<string, EngineAgreement> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, EngineAgreement>>(File.ReadAllText(path)) ?? [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }
}
