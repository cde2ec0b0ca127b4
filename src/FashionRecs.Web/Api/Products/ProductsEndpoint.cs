using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Catalog;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Api.Recommendations;

namespace FashionRecs.Web.Api.Products;

/// <summary>The catalog: read, changed and withdrawn from. New products come with their pictures by a catalog import.</summary>
internal static class ProductsEndpoint
{
    public static void MapProducts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/products", ListAsync).ForShoppers(ApiScopes.CatalogRead)
            .WithSummary("All products, in the order of their ids").WithTags("products").WithName("products")
            .Produces<ApiPage<ProductAnswer>>().Produces(StatusCodes.Status304NotModified);
        api.MapGet("/products/{product}", GetAsync).ForShoppers(ApiScopes.CatalogRead)
            .WithSummary("One product").WithTags("products").WithName("product").Produces<ProductAnswer>()
            .Produces(StatusCodes.Status304NotModified);
        api.MapPut("/products/{product}", PutAsync).ForServers(ApiScopes.CatalogWrite)
            .WithSummary("Change what the shop's list says of a product; its picture stays").WithTags("products").WithName("putProduct")
            .Produces<ProductAnswer>();
        api.MapDelete("/products/{product}", WithdrawAsync).ForServers(ApiScopes.CatalogWrite)
            .WithSummary("Take a product out of the shop; what shoppers did to it stays known").WithTags("products")
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

        var from = after is null ? 0 : PlaceAfter(catalog.Items, after);
        ProductAnswer[] page = [.. catalog.Items.Skip(from).Take(most).Select(item => ProductAnswer.Of(item.Product))];
        return Results.Ok(new ApiPage<ProductAnswer>(page, from + most < catalog.Items.Count ? ApiPages.Write(page[^1].Id) : null));
    }

    private static async Task<IResult> GetAsync([Description("The product.")] string product, HttpContext context, ShopService shop)
    {
        var catalog = await shop.CatalogAsync(context.RequestAborted);
        var item = catalog.TryFind(product) ?? throw ApiRefusedException.Missing(ExplanationsEndpoint.NoProduct);
        return EntityTags.IsKnown(context, catalog) ? EntityTags.NotModified : Results.Ok(ProductAnswer.Of(item.Product));
    }

    private static async Task<IResult> PutAsync([Description("The product.")] string product, ProductMessage facts, HttpContext context,
        ICatalogStore store)
    {
        if (facts.Wrong() is { } wrong)
        {
            throw ApiRefusedException.Bad(wrong);
        }

        var known = await store.TryFindAsync(product, context.RequestAborted)
            ?? throw ApiRefusedException.Missing("The shop has no such product; new ones come with their pictures by a catalog import.");
        var changed = facts.Of(known.Product);
        await store.SaveAsync(changed, known.Predicted, context.RequestAborted);
        return Results.Ok(ProductAnswer.Of(changed));
    }

    private static async Task<IResult> WithdrawAsync([Description("The product.")] string product, HttpContext context, ICatalogStore store)
    {
        _ = await store.TryFindAsync(product, context.RequestAborted) ?? throw ApiRefusedException.Missing(ExplanationsEndpoint.NoProduct);
        await store.RemoveAsync(product, context.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>Place of the first product after an id, which need not be there any more.</summary>
    private static int PlaceAfter(IReadOnlyList<CatalogItem> items, string id)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(items[middle].Product.Id, id) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
