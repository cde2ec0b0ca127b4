using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Storage.Shoppers;

/// <summary>Turns events into rows and back. Safe to share between threads.</summary>
internal sealed class EventText(AttributeVocabulary vocabulary)
{
    private readonly VectorText vectors = new(vocabulary);

    public EventRow Write(ShopperEvent seen, ItemVector? item)
    {
        var names = item is not null || seen.Value is not null;
        return new EventRow
        {
            Id = seen.Id,
            Shopper = seen.Shopper,
            Signal = seen.Signal.Word(),
            ProductId = seen.ProductId,
            Amounts = item is null ? null : vectors.Write(item),
            ValueCode = seen.Value,
            Vocabulary = names ? vocabulary.Name : null,
            VocabularyVersion = names ? vocabulary.Version : null,
            Position = seen.Position,
            Weight = seen.Weight,
            Impression = seen.Impression,
        };
    }

    /// <summary>
    /// An event in the form the learner takes; null where it means nothing (any more): its word is unknown, or the value it is about is
    /// gone. What it says of a product counts as far as the vocabulary has its values; under a vocabulary of another name they are other
    /// values, whatever their codes.
    /// </summary>
    public (ShopperEvent Event, PreferenceEvent Learned)? TryRead(EventRow row)
    {
        var isOwn = row.Vocabulary == vocabulary.Name;
        var values = isOwn ? vocabulary.FindValuesByFullCode(row.ValueCode) : [];
        if (PreferenceSignals.TryRead(row.Signal) is not { } signal
            || (signal.IsAboutValue() && !signal.CanBeAbout(values)))
        {
            return null;
        }

        var item = values.Count > 1 ? ItemVector.Only(vocabulary, values) : row.Amounts is null ? null : isOwn ? vectors.Read(row.Amounts)
            : ItemVector.Empty(vocabulary);
        var seen = new ShopperEvent(row.Id, row.Shopper, signal, row.ProductId, row.ValueCode, row.Position, row.Weight, row.Impression)
        {
            At = DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds),
        };
        return (seen, new PreferenceEvent(signal, item, values is [var value] ? value.Index : null, row.Position, row.Weight));
    }

    /// <summary>A row as it is kept.</summary>
    public static LoggedEvent Log(EventRow row) => new(
        row.Id, row.Signal, row.ProductId, row.Amounts is null ? null
            : VectorText.Amounts(row.Amounts), row.ValueCode, row.Position, row.Weight, row.Impression,
        row.Undoes, DateTimeOffset.FromUnixTimeMilliseconds(row.AtMilliseconds))
    {
        Vocabulary = row.Vocabulary is null ? null : $"{row.Vocabulary} {row.VocabularyVersion}",
    };
}
