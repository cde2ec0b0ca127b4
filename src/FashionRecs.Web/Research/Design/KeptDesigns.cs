using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.JSInterop;

namespace FashionRecs.Web.Research.Design;

/// <summary>
/// Keeps what was typed in and not saved in this tab of the browser, so that it outlives a reload, a restart of the server and a lost
/// circuit; another tab has its own.
/// </summary>
public sealed class KeptDesigns(IJSRuntime script)
{
    /// <summary>Letters of one piece: a circuit takes messages of up to 32 KiB, and a letter may need three bytes.</summary>
    private const int PieceLength = 8000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <summary>Keeps a design; nothing happens where the browser keeps nothing, as in some private windows.</summary>
    /// <param name="key">Key of the saved draft; null for a new one.</param>
    public async Task KeepAsync(string? key, KeptDesign kept)
    {
        var text = Write(kept);
        var pieces = text.Chunk(PieceLength).Select(piece => new string(piece)).ToArray();
        await TryAsync(async () =>
        {
            for (var at = 0; at < pieces.Length; at++)
            {
                await script.InvokeVoidAsync("sessionStorage.setItem", Name(key, at), pieces[at]);
            }

            await script.InvokeVoidAsync("sessionStorage.removeItem", Name(key, pieces.Length));
        });
    }

    /// <summary>What was kept; null where nothing was, or another version of the shop kept it.</summary>
    public async Task<KeptDesign?> FindAsync(string? key)
    {
        var text = "";
        await TryAsync(async () =>
        {
            for (var at = 0; await script.InvokeAsync<string?>("sessionStorage.getItem", Name(key, at)) is { } piece; at++)
            {
                text += piece;
            }
        });
        return TryRead(text);
    }

    /// <summary>Forgets what was kept.</summary>
    public Task ForgetAsync(string? key) =>
        TryAsync(async () => await script.InvokeVoidAsync("sessionStorage.removeItem", Name(key, 0)));

    /// <summary>A design as it is kept.</summary>
    public static string Write(KeptDesign kept) => JsonSerializer.Serialize(kept, Options);

    /// <summary>What a kept text says; null where it is none.</summary>
    public static KeptDesign? TryRead(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonSerializer.Deserialize<KeptDesign>(text, Options);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private static string Name(string? key, int piece) => $"fashionrecs-design:{key}:{piece}";

    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception exception) when (exception is JSException or JSDisconnectedException or TaskCanceledException)
        {
            // The draft lives as long as the page.
        }
    }
}
