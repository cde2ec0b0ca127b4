using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Api.Recommendations;
using Microsoft.AspNetCore.Mvc;

namespace FashionRecs.Web.Api.Products;

/// <summary>The catalog: read, changed, added to one by one, and withdrawn from. Many new products come by a feed or an import.</summary>
internal static class ProductsEndpoint
{
    /// <summary>Bytes of a product with its pictures: a picture of the largest size fits in, written in Base64.</summary>
    private const int LargestProduct = 40 << 20;

    private const string NoProduct = "The shop has no such product; a new one comes with its pictures.";

    public static void MapProducts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/products", ListAsync).ForShoppers(ApiScopes.CatalogRead)
            .WithSummary("All products, in the order of their ids").WithTags("products").WithName("products")
            .Produces<ApiPage<ProductAnswer>>().Produces(StatusCodes.Status304NotModified);
        api.MapGet("/products/{product}", GetAsync).ForShoppers(ApiScopes.CatalogRead)
            .WithSummary("One product").WithTags("products").WithName("product").Produces<ProductAnswer>()
            .Produces(StatusCodes.Status304NotModified);
        api.MapPut("/products/{product}", PutAsync).ForServers(ApiScopes.CatalogWrite)
            .WithSummary("Make a product with its pictures, or change what the shop's list says of one; without pictures those stay")
            .WithTags("products").WithName("putProduct").WithMetadata(new RequestSizeLimitAttribute(LargestProduct))
            .Produces<ProductAnswer>().Produces<ProductAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapPut("/products", PutAllAsync).ForServers(ApiScopes.CatalogWrite).Accepts<ProductBatch>("application/json")
            .WithSummary("Change what the shop's list says of many products; those that are right count, each of the others is named")
            .WithTags("products").WithName("putProducts").Produces<ProductsSavedAnswer>();
        api.MapPatch("/products/{product}", PatchAsync).ForServers(ApiScopes.CatalogWrite)
            .WithSummary("Change some of what the shop's list says of a product").WithTags("products").WithName("patchProduct")
            .Produces<ProductAnswer>();
        api.MapPost("/products/{product}/return", ReturnAsync).ForServers(ApiScopes.CatalogWrite)
            .WithSummary("Bring a withdrawn product back, as it was").WithTags("products").WithName("returnProduct")
            .Produces(StatusCodes.Status204NoContent);
        api.MapDelete("/products/{product}", WithdrawAsync).ForServers(ApiScopes.CatalogWrite)
            .WithSummary("Withdraw a product: it is in no list any more, and can be brought back").WithTags("products")
            .WithName("withdrawProduct").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(
        [Description("Where the page begins, as the page before said it; none for the first.")] string? cursor,
        [Description("Products at most, 1 to 100.")] int? count,
        HttpContext context, ShopService shop)
    {
        var (most, after) = (ApiPages.Count(count), ApiPages.Read(cursor));
        var catalog = await shop.CatalogAsync(context.RequestAborted);
        if (EntityTags.IsKnown(context, catalog))
        {
            return EntityTags.NotModified;
        }

        var from = after is null ? 0 : catalog.PlaceAfter(after);
        int[] places = [.. Enumerable.Range(from, Math.Min(most, catalog.Items.Count - from))];
        ProductAnswer[] page = [.. catalog.At(places).Select(item => ProductAnswer.Of(item.Product))];
        return Results.Ok(new ApiPage<ProductAnswer>(page,
            from + most < catalog.Items.Count ? ApiPages.Write(catalog.IdAt(places[^1])) : null));
    }

    private static async Task<IResult> GetAsync([Description("The product.")] string product, HttpContext context, ShopService shop)
    {
        var catalog = await shop.CatalogAsync(context.RequestAborted);
        var item = catalog.TryFind(product) ?? throw ApiRefusedException.Missing(ExplanationsEndpoint.NoProduct);
        return EntityTags.IsKnown(context, catalog) ? EntityTags.NotModified : Results.Ok(ProductAnswer.Of(item.Product));
    }

    private static async Task<IResult> PutAsync([Description("The product.")] string product, ProductMessage facts, HttpContext context,
        ICatalogStore store, ProductEditing editing, SentProducts sent)
    {
        if (facts.Pictures is not { } pictures)
        {
            return await EditAsync(product, facts.Of, context, store, editing);
        }

        await RefuseWithdrawnAsync(product, context, store);
        if (pictures.Any(picture => picture is null))
        {
            throw ApiRefusedException.Bad("A picture is an object with an address or with bytes.");
        }

        var (now, isNew) = await sent.PutAsync(Person(context), product, facts.Of, [.. pictures.Select(picture => picture.Sent())],
            context.RequestAborted);
        return isNew ? Results.Created($"{ApiRegistration.Path}/products/{Uri.EscapeDataString(product)}", ProductAnswer.Of(now))
            : Results.Ok(ProductAnswer.Of(now));
    }

    private static async Task<IResult> PutAllAsync(HttpContext context, ProductEditing editing, ApiOptions options)
    {
        using var body = await JsonBatch.ReadAsync(context, "products", options.ProductsPerBatch);
        var (refused, edits, places) = (new List<RefusedProduct>(), new List<(string, Func<Product, Product>)>(), new List<int>());
        foreach (var (index, row) in body.Rows.Index())
        {
            if (JsonBatch.TryRead<ListedProductMessage>(row) is { Id.Length: > 0 and <= ProductRules.Longest } listed)
            {
                edits.Add((listed.Id, listed.Facts().Of));
                places.Add(index);
            }
            else
            {
                refused.Add(new RefusedProduct(index, null, "It is no product: a field is missing or of another kind."));
            }
        }

        refused.AddRange((await editing.SaveAllAsync(Person(context), edits, context.RequestAborted))
            .Select(edit => new RefusedProduct(places[edit.Index], edit.Product, edit.Why)));
        return Results.Ok(new ProductsSavedAnswer(body.Rows.Count - refused.Count, [.. refused.OrderBy(one => one.Index)]));
    }

    private static Task<IResult> PatchAsync([Description("The product.")] string product, ProductPatch facts, HttpContext context,
        ICatalogStore store, ProductEditing editing) =>
        EditAsync(product, facts.Of, context, store, editing);

    private static async Task<IResult> EditAsync(string product, Func<Product, Product> edit, HttpContext context, ICatalogStore store,
        ProductEditing editing)
    {
        if (!await RefuseWithdrawnAsync(product, context, store))
        {
            throw ApiRefusedException.Missing(NoProduct);
        }

        var outcome = await editing.SaveAsync(Person(context), product, null, edit, cancellation: context.RequestAborted);
        return outcome.Now is { } now
            ? Results.Ok(ProductAnswer.Of(now)) : throw ApiRefusedException.Missing(ExplanationsEndpoint.NoProduct);
    }

    /// <summary>Lets nobody change what is withdrawn; returns whether there is such a product at all.</summary>
    private static async Task<bool> RefuseWithdrawnAsync(string product, HttpContext context, ICatalogStore store) =>
        await store.TryFindAnyAsync(product, context.RequestAborted) is not { } known ? false
            : !known.IsWithdrawn ? true
            : throw new ApiRefusedException(StatusCodes.Status409Conflict, "The product is withdrawn; bring it back first.");

    private static async Task<IResult> WithdrawAsync([Description("The product.")] string product, HttpContext context,
        ICatalogStore store, ProductEditing editing)
    {
        _ = await store.TryFindAsync(product, context.RequestAborted) ?? throw ApiRefusedException.Missing(ExplanationsEndpoint.NoProduct);
        await editing.WithdrawAsync(Person(context), [product], context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> ReturnAsync([Description("The product.")] string product, HttpContext context, ICatalogStore store,
        ProductEditing editing)
    {
        _ = await store.TryFindAnyAsync(product, context.RequestAborted)
            ?? throw ApiRefusedException.Missing(ExplanationsEndpoint.NoProduct);
        await editing.ReturnAsync(Person(context), [product], context.RequestAborted);
        return Results.NoContent();
    }

    private static string Person(HttpContext context) => $"api {ApiCaller.Of(context).Key.Id}";
}
