using System.Text.Json;
using System.Text.Json.Nodes;
using FashionRecs.Application.Research;
using FashionRecs.Application.Review;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Experiments.Logging;
using FashionRecs.Tests;

namespace FashionRecs.Storage.Tests.Upgrade;

/// <summary>What a shop says of its shoppers, products and reviews, in the form of <see cref="OldFile.Said"/>.</summary>
internal static class WhatTheShopSays
{
    public static async Task<JsonNode> OfAsync(TestShop shop, IEnumerable<Guid> shoppers, IReadOnlyList<string> touched)
    {
        var said = new Dictionary<string, object>();
        var beliefs = new Dictionary<string, object>();
        foreach (var shopper in shoppers)
        {
            var profile = await shop.Shop.ShopperAsync(shopper);
            // As it was learned when the file was written, without what shoppers choose among: the events say the same as then.
            var state = shop.Get<PreferenceLearner>().Replay(profile.History.Events.Select(entry => entry.Learned));
            beliefs[shopper.ToString()] = new
            {
                events = profile.History.Events.Count,
                liked = profile.Liked.Order(StringComparer.Ordinal), bag = profile.Bag.Order(StringComparer.Ordinal),
                disliked = profile.Disliked.Order(StringComparer.Ordinal), hidden = profile.Hidden.Order(StringComparer.Ordinal),
                pinned = profile.State.Pinned.Select(index => TestShop.Vocabulary.Values[index].FullCode()).Order(StringComparer.Ordinal),
                weights = TestShop.Vocabulary.Values.Where(value => !value.IsInvisible)
                    .ToDictionary(value => value.FullCode(),
                        value => (double[])[state.Mean[value.Index], state.Deviation(value.Index)]),
            };
        }

        said["beliefs"] = beliefs;
        var catalog = (await shop.Shop.CatalogAsync()).Items;
        said["products"] = catalog.Count;
        said["readings"] = catalog.Where(item => item.Predicted is not null).Take(20).Select(item => new
        {
            product = item.Product.Id,
            values = item.Predicted!.Attributes.Select(one => new
            {
                value = Most(one).FullCode(), probability = one.Probabilities.Max(), box = Box(one.Region?.Box),
                share = one.Region?.Share ?? 0,
            }),
        });
        said["reviewed"] = catalog.SelectMany(item => item.Reviewed.Select(tag => new
        {
            product = item.Product.Id, value = tag.Attribute.Values[TagMarks.Chosen(tag.Marks)].FullCode(),
            maybe = tag.Attribute.Values.Where(value => tag.Marks[value.Position] == Domain.Catalog.TagMark.Maybe)
                .Select(value => value.FullCode()),
            reviewer = tag.Reviewer, box = Box(tag.Region?.Box), comment = tag.Comment,
        }));
        var log = new List<object>();
        foreach (var product in touched)
        {
            log.AddRange((await shop.Get<TagHistory>().OfAsync(product)).Select(entry => new
            {
                product, at = entry.At, attribute = entry.Attribute.Code, who = entry.Who, value = entry.Value?.FullCode(),
                undone = entry.Undone,
            }));
        }

        said["history"] = log;
        var moves = new Dictionary<string, object>();
        foreach (var reviewer in (string[])["Ada", "Bob"])
        {
            var (undo, redo) = await shop.Get<IReviewStore>().NextMovesAsync(reviewer);
            moves[reviewer] = new { undo, redo };
        }

        said["moves"] = moves;
        var (shown, outcomes) = await shop.Get<IExposureStore>().ReadAsync("why");
        said["exposures"] = shown.Count;
        said["outcomes"] = outcomes.CountBy(outcome => outcome.Kind).OrderBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key.Word(), pair => pair.Value);
        return JsonSerializer.SerializeToNode(said, JsonSerializerOptions.Web)!;
    }

    private static AttributeValue Most(ProjectedAttribute reading) =>
        reading.Attribute.Values.MaxBy(value => reading.Probabilities[value.Position])!;

    private static string? Box(PixelBox? box) => box is { } edges ? $"{edges.X},{edges.Y},{edges.Width},{edges.Height}" : null;
}
