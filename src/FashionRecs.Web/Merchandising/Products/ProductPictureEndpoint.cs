using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Domain.Projection;
using FashionRecs.Web.Merchandising.Frame;
using Microsoft.AspNetCore.Http.Features;

namespace FashionRecs.Web.Merchandising.Products;

/// <summary>
/// Takes a product's new picture over HTTP, so that no picture passes through a circuit. A header that other sites cannot send is asked
/// for.
/// </summary>
public static class ProductPictureEndpoint
{
    public static void MapProductPictures(this IEndpointRouteBuilder routes) =>
        routes.MapPut("/products/{id}/picture", PutAsync).DisableAntiforgery();

    /// <param name="before">The picture that the person saw; where the product has another one by now, nothing is changed.</param>
    private static async Task<IResult> PutAsync(
        string id, string before, HttpContext context, IProductStore products, ProductEditing editing, IPictureProjector projector,
        CatalogImportLimits limits, CancellationToken cancellation)
    {
        if (context.Request.Headers["X-Requested-With"] != "fashionrecs")
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = limits.LargestPicture;
        try
        {
            if (await products.TryFindAsync(id, cancellation) is not { } stored)
            {
                return Results.Problem("The product was deleted meanwhile.", statusCode: StatusCodes.Status404NotFound);
            }

            if (stored.Product.Picture != before)
            {
                return Results.Problem("Somebody else has replaced the picture meanwhile. Look at it, then choose yours again.",
                    statusCode: StatusCodes.Status409Conflict);
            }

            using var encoded = new MemoryStream();
            await context.Request.Body.CopyToAsync(encoded, cancellation);
            var picture = await editing.TakeInAsync(encoded.ToArray(), projector, cancellation);
            if (picture.Name == before)
            {
                return Results.Problem("This is the picture that the product has.", statusCode: StatusCodes.Status409Conflict);
            }

            var outcome = await editing.SaveAsync(Reviewer.NameOf(context.User), id, stored.Product, product => product, picture,
                cancellation);
            return outcome.Meanwhile.Count > 0
                ? Results.Problem("Somebody else has changed the product meanwhile. Look at it, then choose the picture again.",
                    statusCode: StatusCodes.Status409Conflict)
                : Results.Json(new
                {
                    act = outcome.Act, words = picture.IsBlank
                    ? "The picture was replaced; it is all of one colour, so no garment was found." : "The picture was replaced and read.",
                });
        }
        catch (InvalidDataException exception)
        {
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException)
        {
            return Results.Problem($"The file is larger than {limits.LargestPicture >> 20} MB.",
                statusCode: StatusCodes.Status413PayloadTooLarge);
        }
        catch (IOException exception)
        {
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status507InsufficientStorage);
        }
    }
}
