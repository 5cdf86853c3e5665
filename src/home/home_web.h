/* SPDX-License-Identifier: Apache-2.0 */
#ifndef ABDI_HOME_HOME_WEB_H
#define ABDI_HOME_HOME_WEB_H
#include "http/response.h"

enum err home_page(struct request *req, struct response *res); /* GET /beranda */
enum err home_front_page(struct request *req, struct response *res); /* GET / */
enum err more_page(struct request *req, struct response *res); /* GET /lainnya */

#endif
