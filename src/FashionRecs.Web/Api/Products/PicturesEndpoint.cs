using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Models;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shop.Photographs;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Shop;
using FashionRecs.Web.Shop.Photographs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Api.Products;

/// <summary>Reads a picture that is handed in, and searches by one. Nothing of it is kept.</summary>
internal static class PicturesEndpoint
{
    private const string Kind = "application/octet-stream";

    private static readonly string[] OtherKinds =
        ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "image/avif"];

    public static void MapPictures(this IEndpointRouteBuilder api)
    {
        api.MapPost("/pictures", ReadAsync).ForServers(ApiScopes.CatalogRead).Accepts<byte[]>(Kind, OtherKinds)
            .WithSummary("What is seen in a picture and where; nothing is kept").WithTags("products").WithName("readPicture")
            .WithMetadata(new RequestSizeLimitAttribute(PhotographReader.Longest)).Produces<ReadPictureAnswer>();
        api.MapPost("/search/by-picture", SearchAsync).ForShoppers(ApiScopes.Recommend).Accepts<byte[]>(Kind, OtherKinds)
            .WithSummary("Products like the garment in a picture; nothing of it is kept").WithTags("products").WithName("searchByPicture")
            .WithMetadata(new RequestSizeLimitAttribute(PhotographReader.Longest)).Produces<FoundByPictureAnswer>();
    }

    private static async Task<IResult> ReadAsync(
        [Description("Whether the network's features are sent, too: one list of numbers for the picture and one for each region.")]
        bool? features, HttpContext context, PhotographReader reader, CurrentProjector projector)
    {
        var seen = await SeeAsync(context, reader);
        return Results.Ok(ReadPictureAnswer.Of(seen,
            features == true ? await projector.FeaturesAsync(seen.Picture, context.RequestAborted) : null));
    }

    private static async Task<IResult> SearchAsync(
        [FromQuery, Description("Attributes that do not matter, such as sleeve_length.")] string[]? off,
        [FromQuery, Description("Values to have instead of what the picture shows, such as sleeve_length:Short Sleeves.")]
        string[]? with,
        [Description("Products at most, 1 to 100.")] int? count,
        HttpContext context, PhotographReader reader, ShopService shop, AttributeVocabulary vocabulary, IStringLocalizer<ShopTexts> texts)
    {
        var most = ApiPages.Count(count);
        if ((off ?? []).Any(code => vocabulary.TryFind(code) is null)
            || (with ?? []).Any(code => vocabulary.TryFindByFullCode(code) is null or { IsInvisible: true }))
        {
            throw ApiRefusedException.Bad("The shop knows no such attribute or value; readings name those there are.");
        }

        var seen = await SeeAsync(context, reader);
        var found = PhotographSearch.Find(await shop.CatalogAsync(context.RequestAborted), seen.Item!,
            PhotographChoices.Read(vocabulary, off ?? [], with ?? []), most);
        return Results.Ok(new FoundByPictureAnswer(ReadPictureAnswer.Of(seen),
            [.. found.Select(match => new FoundByPicture(ProductAnswer.Of(match.Item.Product), Math.Round(match.Likeness, 4),
                [.. match.Shared.Select(said => said.FullCode)], [.. match.Other.Select(said => said.FullCode)],
                MatchWords.Of(match, texts)))]));
    }

    private static async Task<SeenPhotograph> SeeAsync(HttpContext context, PhotographReader reader)
    {
        using var held = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(held, context.RequestAborted);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new ApiRefusedException(StatusCodes.Status413PayloadTooLarge,
                $"A picture has at most {PhotographReader.Longest >> 20} MB.");
        }

        var seen = await reader.ReadAsync(held.GetBuffer().AsMemory(0, (int)held.Length), context.RequestAborted);
        return seen.Trouble is { } trouble ? throw ApiRefusedException.Bad(trouble) : seen;
    }
}

/// <summary>What is seen in a picture.</summary>
/// <param name="Width">Width of the copy that was read, in pixels; regions are in its pixels.</param>
/// <param name="Height">Height of the copy that was read, in pixels.</param>
/// <param name="WithoutGarment">Whether no garment was found.</param>
/// <param name="Readings">By attribute.</param>
/// <param name="Features">The network's features; null where nobody asked for them.</param>
internal sealed record ReadPictureAnswer(int Width, int Height, bool WithoutGarment, IReadOnlyList<ReadingAnswer> Readings,
    PictureFeatures? Features)
{
    public static ReadPictureAnswer Of(SeenPhotograph seen, PictureFeatures? features = null) => new(
        seen.Item!.Product.PictureWidth, seen.Item.Product.PictureHeight, seen.Item.IsWithoutGarment,
        [.. seen.Item.Readings.Select(reading => ReadingAnswer.Of(seen.Item.Product, reading))], features);
}

/// <summary>What was found for a picture.</summary>
/// <param name="Picture">What is seen in it.</param>
/// <param name="Products">Most alike first; none where nothing of the picture is sure.</param>
internal sealed record FoundByPictureAnswer(ReadPictureAnswer Picture, IReadOnlyList<FoundByPicture> Products);

/// <summary>A product like the garment in a picture.</summary>
/// <param name="Product">The product.</param>
/// <param name="Likeness">Larger is more alike.</param>
/// <param name="Shared">Values or families that both have.</param>
/// <param name="Other">What the product has instead of what the picture shows.</param>
/// <param name="Sentence">The same in words; empty where neither is sure.</param>
internal sealed record FoundByPicture(ProductAnswer Product, double Likeness, IReadOnlyList<string> Shared, IReadOnlyList<string> Other,
    string Sentence);
